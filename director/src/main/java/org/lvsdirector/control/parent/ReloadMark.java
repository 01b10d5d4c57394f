package org.lvsdirector.control.parent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that is there, and empty, while the configuration is read: whoever writes that waits until the mark is gone. */
final class ReloadMark {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadMark.class);

    private ReloadMark() {}

    /** Reads while the mark stands; without one where there is no path. */
    static <T> T around(@Nullable Path mark, Supplier<T> reading) {
        if (mark == null) {
            return reading.get();
        }
        try {
            Files.write(mark, new byte[0]);
        } catch (IOException failure) {
            LOG.warn("Cannot set the mark {}: {}", mark, failure.toString());
        }
        try {
            return reading.get();
        } finally {
            remove(mark);
        }
    }

    private static void remove(Path mark) {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException failure) {
            LOG.warn("Cannot remove the mark {}: {}", mark, failure.toString());
        }
    }
}
