package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadClockTest {
    private final Hand hand = new Hand();
    private final ReloadClock clock = new ReloadClock(hand);

    @Test
    void strikesOnceAndTakesTheFileAway(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("when"), "12:00:00\n");
        clock.use(file, false);
        assertFalse(at("11:59:59"));
        assertTrue(at("12:00:00"));
        assertFalse(Files.exists(file));
        assertFalse(at("12:00:01"));
        Files.writeString(file, "12:00:00\n");
        assertFalse(at("12:00:02"), "that is tomorrow's");
    }

    @Test
    void strikesEveryDayIfItIsForEveryDay(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("when"), "12:00:00\n");
        clock.use(file, true);
        assertFalse(at("11:00:00"));
        assertTrue(at("12:00:01"));
        assertFalse(at("12:00:02"));
        assertTrue(Files.exists(file));
        hand.now = Instant.parse("2026-11-22T12:00:01Z");
        assertTrue(clock.strikes());
    }

    @Test
    void goesByWhatTheFileSaysNow(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("when");
        clock.use(file, false);
        assertFalse(at("11:00:00"), "no file, no reload");
        Files.writeString(file, "11:30:00");
        assertFalse(at("11:00:01"));
        Files.writeString(file, "11:10:00");
        assertFalse(at("11:00:02"));
        assertTrue(at("11:10:00"));
    }

    @Test
    void aFileThatIsGoneOrForgottenStrikesNoMore(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("when"), "12:00:00");
        clock.use(file, false);
        assertFalse(at("11:00:00"));
        Files.delete(file);
        assertFalse(at("12:00:00"));
        clock.use(null, false);
        assertFalse(clock.isSet());
        assertEquals(false, at("12:00:01"));
    }

    private boolean at(String time) {
        hand.now = Instant.parse("2026-11-21T" + time + "Z");
        return clock.strikes();
    }

    /** A clock that a test moves. */
    private static final class Hand extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
