package org.lvsdirector.config.syntax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@link SourceLoader} on the file system. */
public final class FileSourceLoader implements SourceLoader {
    /** Ten times a configuration of 1,000 services with 100 real servers each. */
    private static final long LARGEST = 256L << 20;

    private static final Set<PosixFilePermission> EXECUTE = Set.of(
            PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);

    private static final Set<PosixFilePermission> READ_BY_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    @Override
    public byte[] read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (Files.isDirectory(file)) {
            throw new IOException("is a directory");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("is no regular file");
        }
        if (!Files.isReadable(file)) {
            throw new IOException("may not be read by this user");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException("is larger than " + (LARGEST >> 20) + " MiB");
        }
        return Files.readAllBytes(file);
    }

    @Override
    public boolean isExecutable(Path file) {
        return hasAny(file, EXECUTE);
    }

    @Override
    public boolean isOpenToOthers(Path file) {
        return hasAny(file, READ_BY_OTHERS);
    }

    private static boolean hasAny(Path file, Set<PosixFilePermission> permissions) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(permissions::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public List<Path> matching(Path directory, String pattern) {
        List<Path> found = List.of(pattern.startsWith("/") ? Path.of("/") : directory);
        for (String segment : pattern.split("/+", -1)) {
            if (!segment.isEmpty()) {
                found = step(found, segment);
            }
        }
        return found.stream().filter(Files::isRegularFile).sorted().toList();
    }

    private static List<Path> step(List<Path> directories, String segment) {
        List<Path> next = new ArrayList<>();
        for (Path directory : directories) {
            if (Wildcard.isIn(segment)) {
                next.addAll(children(directory, segment));
            } else if (Files.exists(directory.resolve(segment))) {
                next.add(directory.resolve(segment));
            }
        }
        return next;
    }

    /** A folder that cannot be listed matches nothing, as with glob(3). */
    private static List<Path> children(Path directory, String segment) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> listed = Files.list(directory)) {
            return listed.filter(child ->
                            Wildcard.matches(segment, child.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
