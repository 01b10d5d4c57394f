package org.lvsdirector.control.logging;

import ch.qos.logback.classic.Level;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Standard error, each line with keepalived's stamp: {@code Wed Dec 16 19:43:47 2020: MESSAGE}. */
final class ConsoleSink implements LogSink {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy: ", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    /** Not System.err: its lock would be shared with whoever else prints. */
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.err);

    private long second = Long.MIN_VALUE;
    private String stamp = "";

    @Override
    public void write(Level level, long epochMillis, String message) throws IOException {
        // One write a line: the three processes share the terminal, and lines must not mix.
        out.write((stampOf(epochMillis) + message + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String stampOf(long epochMillis) {
        long now = Math.floorDiv(epochMillis, 1000L);
        if (now != second) {
            second = now;
            stamp = STAMP.format(Instant.ofEpochSecond(now));
        }
        return stamp;
    }
}
