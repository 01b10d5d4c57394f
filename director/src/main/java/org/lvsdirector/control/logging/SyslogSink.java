package org.lvsdirector.control.logging;

import ch.qos.logback.classic.Level;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The local syslog daemon: datagrams of RFC 3164's form to {@code /dev/log}, as syslog(3) sends them.
 */
final class SyslogSink implements LogSink {
    /** Where the daemon listens. */
    static final File SOCKET = new File("/dev/log");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    /** What every syslog daemon takes (RFC 5424, section 6.1, says 2048). */
    private static final int LONGEST = 2048;

    private final UnixSocketAddress daemon;
    private final int facility;
    private final String ident;
    private final long pid = ProcessHandle.current().pid();
    private @Nullable UnixDatagramChannel channel;

    SyslogSink(File socket, int facility, String ident) {
        this.daemon = new UnixSocketAddress(socket);
        this.facility = facility;
        this.ident = ident;
    }

    @Override
    public void write(Level level, long epochMillis, String message) throws IOException {
        int priority = facility * 8 + severity(level);
        String stamp = STAMP.format(Instant.ofEpochMilli(epochMillis));
        byte[] line = ("<" + priority + ">" + stamp + " " + ident + "[" + pid + "]: " + message)
                .getBytes(StandardCharsets.UTF_8);
        if (channel == null) {
            channel = UnixDatagramChannel.open();
        }
        // With the address each time: a daemon that is restarted has a new socket there, and jnr's connected channels
        // cannot write.
        channel.send(ByteBuffer.wrap(line, 0, Math.min(line.length, LONGEST)), daemon);
    }

    /** RFC 3164's severities. */
    private static int severity(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> 3;
            case Level.WARN_INT -> 4;
            case Level.INFO_INT -> 6;
            default -> 7;
        };
    }
}
