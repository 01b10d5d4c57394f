package org.lvsdirector.control.tell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.script.ScriptAccount;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.NamedPipe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One notify pipe: made if there is none, and removed again in that case. A failure is logged and costs lines, nothing else. */
final class NotifyPipe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyPipe.class);
    private static final int MODE = 0644;

    private final Path path;
    private final @Nullable NamedPipe pipe;
    private final boolean made;
    private boolean full;

    private NotifyPipe(Path path, @Nullable NamedPipe pipe, boolean made) {
        this.path = path;
        this.pipe = pipe;
        this.made = made;
    }

    static NotifyPipe open(PipeSettings settings) {
        Path path = settings.path();
        boolean made = false;
        try {
            made = make(path, settings.owner());
            if (!isPipe(path)) {
                throw new IOException("it is there and no pipe");
            }
            return new NotifyPipe(path, NamedPipe.open(path.toString()), made);
        } catch (LinuxException | IOException e) {
            LOG.error("Cannot use the notify pipe {}: {}", path, e.getMessage());
            return new NotifyPipe(path, null, made);
        }
    }

    private static boolean make(Path path, ScriptAccount owner) throws IOException {
        try {
            NamedPipe.make(path.toString(), MODE);
        } catch (LinuxException e) {
            if (e.errno() == Errno.EEXIST) {
                return false;
            }
            throw e;
        }
        if (!owner.equals(ScriptAccount.ROOT)) {
            UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setGroup(names.lookupPrincipalByGroupName(owner.group()));
            view.setOwner(names.lookupPrincipalByName(owner.user()));
        }
        return true;
    }

    private static boolean isPipe(Path path) throws IOException {
        Object mode = Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        int typeMask = 0170000;
        int fifo = 0010000;
        return ((int) mode & typeMask) == fifo;
    }

    void write(String line) {
        if (pipe == null) {
            return;
        }
        try {
            boolean room = pipe.write(line);
            if (!room && !full) {
                LOG.warn("The notify pipe {} is full: nobody reads it, and lines are lost", path);
            }
            full = !room;
        } catch (LinuxException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        if (pipe != null) {
            pipe.close();
        }
        if (made) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("Cannot remove the notify pipe {}: {}", path, e.toString());
            }
        }
    }
}
