package org.lvsdirector.control.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jnr.unixsocket.UnixDatagramChannel;
import jnr.unixsocket.UnixSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datagrams to a syslog daemon of the test's own. */
class SyslogSinkTest {
    private static final long NOON = 1_600_000_000_000L;

    private final Path folder;

    SyslogSinkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aMessageHasPriorityTimeIdentAndPid() throws IOException {
        try (UnixDatagramChannel daemon = listen()) {
            sink(LogOptions.DAEMON).write(Level.WARN, NOON, "(VI_1) Entering MASTER STATE");
            String line = receive(daemon);
            String expected = "<28>[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d Keepalived_vrrp\\["
                    + ProcessHandle.current().pid() + "\\]: \\(VI_1\\) Entering MASTER STATE";
            assertTrue(line.matches(expected), line);
        }
    }

    @Test
    void theFacilityIsTheOneThatWasChosenAndLevelsAreSyslogs() throws IOException {
        try (UnixDatagramChannel daemon = listen()) {
            SyslogSink sink = sink(LogOptions.LOCAL0 + 1);
            for (Level level : new Level[] {Level.ERROR, Level.INFO, Level.DEBUG}) {
                sink.write(level, NOON, "x");
            }
            assertTrue(receive(daemon).startsWith("<139>"));
            assertTrue(receive(daemon).startsWith("<142>"));
            assertTrue(receive(daemon).startsWith("<143>"));
        }
    }

    @Test
    void aLongMessageIsCutAndNotLost() throws IOException {
        try (UnixDatagramChannel daemon = listen()) {
            sink(LogOptions.DAEMON).write(Level.INFO, NOON, "x".repeat(5000));
            assertEquals(2048, receive(daemon).length());
        }
    }

    @Test
    void aDaemonThatWasRestartedGetsTheNextMessage() throws IOException {
        SyslogSink sink = sink(LogOptions.DAEMON);
        try (UnixDatagramChannel daemon = listen()) {
            sink.write(Level.INFO, NOON, "one");
            assertTrue(receive(daemon).endsWith("one"));
        }
        Files.delete(folder.resolve("log"));
        assertThrows(IOException.class, () -> sink.write(Level.INFO, NOON, "lost"));
        try (UnixDatagramChannel daemon = listen()) {
            sink.write(Level.INFO, NOON, "two");
            assertTrue(receive(daemon).endsWith("two"));
        }
    }

    private SyslogSink sink(int facility) {
        return new SyslogSink(socket(), facility, "Keepalived_vrrp");
    }

    private File socket() {
        return folder.resolve("log").toFile();
    }

    private UnixDatagramChannel listen() throws IOException {
        UnixDatagramChannel daemon = UnixDatagramChannel.open();
        daemon.bind(new UnixSocketAddress(socket()));
        return daemon;
    }

    private static String receive(UnixDatagramChannel daemon) throws IOException {
        ByteBuffer datagram = ByteBuffer.allocate(4096);
        daemon.receive(datagram);
        return new String(datagram.array(), 0, datagram.position(), StandardCharsets.UTF_8);
    }
}
