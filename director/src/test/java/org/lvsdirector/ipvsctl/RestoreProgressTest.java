package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is told of a long restore while it runs. */
class RestoreProgressTest {
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    private String written() {
        String text = errors.toString(StandardCharsets.UTF_8);
        errors.reset();
        return text;
    }

    private void pass(long milliseconds) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    @Test
    void aTerminalIsToldAfterASecondAndThenFiveTimesASecond() {
        try (RestoreProgress progress = new RestoreProgress(errors, true, now::get)) {
            progress.read(1024);
            assertEquals("", written());
            pass(1000);
            progress.read(2047);
            assertEquals("", written());
            progress.read(2048);
            assertEquals("\r\033[K2,048 lines read", written());
            progress.begin(2048);
            progress.done(1000);
            assertEquals("", written());
            pass(200);
            progress.done(2000);
            assertEquals("\r\033[K2,000 of 2,048", written());
        }
        assertEquals("\r\033[K", written());
    }

    @Test
    void nobodyElseIsTold() {
        try (RestoreProgress progress = new RestoreProgress(errors, false, now::get)) {
            pass(60_000);
            progress.read(1024);
            progress.begin(1024);
            progress.done(1000);
        }
        assertEquals("", written());
    }

    @Test
    void anInterruptionTellsHowFarItCame() {
        try (RestoreProgress progress = new RestoreProgress(errors, false, now::get)) {
            progress.read(11);
            assertEquals("ipvsctl: interrupted while reading line 12: the table is as it was", progress.interruption());
            progress.begin(5000);
            progress.done(3000);
            assertEquals(
                    "ipvsctl: interrupted after at least 3000 of 5000 commands: 'ipvsctl diff FILE' tells what is missing",
                    progress.interruption());
        }
    }
}
