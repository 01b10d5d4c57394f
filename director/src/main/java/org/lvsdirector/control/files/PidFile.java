package org.lvsdirector.control.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The pid file of a running process. It is locked while the process lives, and the lock, not the file's presence or number, tells whether
 * somebody runs: a file left behind by a crash, or a number that was given to another process since, does no harm.
 *
 * <p>A POSIX lock falls with any descriptor of the file that the process closes, so nothing else in the process may open it.
 */
public final class PidFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private PidFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the file for this process and writes its pid, making the folder if need be.
     *
     * @return empty if another process holds it
     * @throws IOException if the file cannot be written
     */
    public static Optional<PidFile> take(Path path, long pid) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new PidFile(path, channel));
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The number in a pid file; empty if there is no such file or no number in it. */
    public static Optional<Long> read(Path path) {
        try {
            return Optional.of(Long.parseLong(Files.readString(path).strip()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Writes a pid file that only tells, without a lock: a child's, which the parent writes and removes for it. */
    public static void tell(Path path, long pid) throws IOException {
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(path, pid + "\n");
    }

    /** Removes the file and gives up the lock. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
        channel.close();
    }
}
