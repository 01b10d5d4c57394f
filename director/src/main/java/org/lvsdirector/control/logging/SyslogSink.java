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
 * The local syslog daemon: datagrams of RFC 3164's form to {@code /dev/log}, as syslog(3) sends them. When the daemon is restarted its socket
 * is a new one, so after an error the next message connects again.
 */
final class SyslogSink implements LogSink {
    private static final File SOCKET = new File("/dev/log");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    /** What every syslog daemon takes (RFC 5424, section 6.1, says 2048). */
    private static final int LONGEST = 2048;

    private final int facility;
    private final String ident;
    private final long pid = ProcessHandle.current().pid();
    private @Nullable UnixDatagramChannel channel;

    SyslogSink(int facility, String ident) {
        this.facility = facility;
        this.ident = ident;
    }

    @Override
    public void write(Level level, long epochMillis, String message) throws IOException {
        int priority = facility * 8 + severity(level);
        String stamp = STAMP.format(Instant.ofEpochMilli(epochMillis));
        byte[] line = ("<" + priority + ">" + stamp + " " + ident + "[" + pid + "]: " + message)
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer datagram = ByteBuffer.wrap(line, 0, Math.min(line.length, LONGEST));
        try {
            send(datagram);
        } catch (IOException stale) {
            disconnect();
            send(datagram.rewind());
        }
    }

    private void send(ByteBuffer datagram) throws IOException {
        if (channel == null) {
            channel = UnixDatagramChannel.open();
            channel.connect(new UnixSocketAddress(SOCKET));
        }
        channel.write(datagram);
    }

    private void disconnect() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
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
