package org.lvsdirector.control.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and writes the numbers of tracked files. */
final class FileNumbers {
    private static final Logger LOG = LoggerFactory.getLogger(FileNumbers.class);
    private static final int MOST_BYTES = 128;
    /** Through no symbolic link: a root process must not be led to another file. */
    private static final Set<OpenOption> WRITING = Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            LinkOption.NOFOLLOW_LINKS);

    private FileNumbers() {}

    /** The number in a file, 0 if there is none; empty for one that is too big, which is logged. */
    static OptionalInt read(TrackedFile file) {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        if (Files.isRegularFile(file.path())) {
            try (SeekableByteChannel channel = Files.newByteChannel(file.path())) {
                int count = 0;
                while (bytes.hasRemaining() && count >= 0) {
                    count = channel.read(bytes);
                }
            } catch (IOException unreadable) {
                LOG.warn("Cannot read track file {}: {}", file.path(), unreadable.toString());
            }
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
        OptionalInt number = TrackedNumber.parse(text);
        if (number.isEmpty()) {
            LOG.warn("Track file {}: the number in {} is out of range and ignored", file.name(), file.path());
        }
        return number;
    }

    /** Writes the initial number, if one is wanted. */
    static void initialize(TrackedFile file) {
        Integer initial = file.initial();
        if (initial == null || (Files.exists(file.path()) && !file.overwrite())) {
            return;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file.path(), WRITING)) {
            channel.write(ByteBuffer.wrap((initial + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException unwritable) {
            LOG.warn("Cannot write track file {}: {}", file.path(), unwritable.toString());
        }
    }
}
