package org.lvsdirector.control.parent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows when a file wants a reload. The file is looked at with each question: it may come, change and go at any time. When its time has
 * come it is removed, unless it is for every day. Used by one thread.
 */
final class ReloadClock {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadClock.class);

    private final Clock clock;
    private @Nullable Path file;
    private boolean repeated;
    private String text = "";
    private @Nullable Instant due;

    ReloadClock(Clock clock) {
        this.clock = clock;
    }

    /** @param timeFile null for none */
    void use(@Nullable Path timeFile, boolean everyDay) {
        if (timeFile == null || !timeFile.equals(file)) {
            text = "";
            due = null;
        }
        file = timeFile;
        repeated = everyDay;
    }

    /** Whether a file is to be looked at. */
    boolean isSet() {
        return file != null;
    }

    /** Whether it is time; true once for each time that the file has held. */
    boolean strikes() {
        Path path = file;
        if (path == null) {
            return false;
        }
        read(path);
        Instant time = due;
        if (time == null || clock.instant().isBefore(time)) {
            return false;
        }
        due = repeated ? ReloadTime.of(text, ZonedDateTime.now(clock)).orElse(null) : null;
        if (!repeated) {
            remove(path);
        }
        return true;
    }

    private void read(Path path) {
        String present = "";
        try {
            present = Files.readString(path).strip();
        } catch (NoSuchFileException none) {
            // Nobody wants a reload.
        } catch (IOException failure) {
            LOG.debug("Cannot read {}: {}", path, failure.toString());
        }
        if (present.equals(text)) {
            return;
        }
        text = present;
        due = ReloadTime.of(present, ZonedDateTime.now(clock)).orElse(null);
        if (due != null) {
            LOG.info("Will reload at {}, as {} says", due, path);
        } else if (!present.isEmpty()) {
            LOG.warn("{} holds no time to come: '{}'", path, present);
        }
    }

    private void remove(Path path) {
        try {
            Files.deleteIfExists(path);
            text = "";
        } catch (IOException failure) {
            LOG.warn("Cannot remove {}: {}", path, failure.toString());
        }
    }
}
