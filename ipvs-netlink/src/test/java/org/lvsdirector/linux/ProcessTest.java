package org.lvsdirector.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Process calls that need no privilege. */
class ProcessTest {
    private static final int SIGRTMAX_MINUS_1 = 63;

    @Test
    void namesTheThread() throws IOException {
        Path comm = Path.of("/proc/thread-self/comm");
        String before = Files.readString(comm).strip();
        ProcessControl.setThreadName("a-name-longer-than-fifteen");
        try {
            assertEquals("a-name-longer-t", Files.readString(comm).strip());
        } finally {
            ProcessControl.setThreadName(before);
        }
    }

    @Test
    void signalsAProcessAndAGroup() throws Exception {
        Process one = new ProcessBuilder("sleep", "60").start();
        ProcessControl.kill(one.pid(), ProcessControl.SIGTERM);
        assertTrue(one.waitFor(10, TimeUnit.SECONDS));
        assertEquals(128 + ProcessControl.SIGTERM, one.exitValue());

        Process leader = new ProcessBuilder("setsid", "sleep", "60").start();
        // setsid(1) runs its command in place when it is no group leader, so the group appears once it has run.
        while (Files.readString(Path.of("/proc/" + leader.pid() + "/cmdline")).startsWith("setsid")) {
            Thread.onSpinWait();
        }
        ProcessControl.killGroup(leader.pid(), ProcessControl.SIGKILL);
        assertTrue(leader.waitFor(10, TimeUnit.SECONDS));
        assertEquals(128 + ProcessControl.SIGKILL, leader.exitValue());
    }

    @Test
    void neverSignalsEverybody() {
        for (long pid : new long[] {-1, 0, 1}) {
            assertThrows(IllegalArgumentException.class, () -> ProcessControl.kill(pid, 0));
            assertThrows(IllegalArgumentException.class, () -> ProcessControl.killGroup(pid, 0));
        }
    }

    @Test
    void aMissingProcessIsESRCH() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        LinuxException failure =
                assertThrows(LinuxException.class, () -> ProcessControl.killGroup(gone.pid(), ProcessControl.SIGTERM));
        assertEquals(Errno.ESRCH, failure.errno());
        assertEquals("send signal 15 to group " + gone.pid() + ": ESRCH (No such process)", failure.getMessage());
    }

    @Test
    void aSignalDescriptorHasNothingUntilASignalComes() {
        try (SignalDescriptor signals = new SignalDescriptor(SIGRTMAX_MINUS_1)) {
            assertEquals(SignalDescriptor.NONE, signals.take());
            assertEquals(0, new Poller(signals).poll(0));
        }
        assertThrows(IllegalArgumentException.class, () -> new SignalDescriptor(65));
    }

    @Test
    void knowsTheUserAndItsCapabilities() throws IOException {
        String status = Files.readString(Path.of("/proc/thread-self/status"));
        int euid = Integer.parseInt(field(status, "Uid:").split("\t", -1)[1]);
        long effective = Long.parseUnsignedLong(field(status, "CapEff:"), 16);
        assertEquals(euid, Credentials.effectiveUserId());
        assertEquals((effective >>> 12 & 1) != 0, Credentials.has(Credentials.Capability.CAP_NET_ADMIN));
        assertEquals((effective >>> 13 & 1) != 0, Credentials.has(Credentials.Capability.CAP_NET_RAW));
    }

    @Test
    void knowsInterfacesByNameAndIndex() {
        OptionalInt loopback = NetworkInterfaces.index("lo");
        assertTrue(loopback.isPresent());
        assertEquals("lo", NetworkInterfaces.name(loopback.getAsInt()));
        assertEquals(OptionalInt.empty(), NetworkInterfaces.index("no-such-if0"));
        assertEquals(OptionalInt.empty(), NetworkInterfaces.index("sixteen-letters-"));
        assertNull(NetworkInterfaces.name(0x7fffffff));
    }

    @Test
    void aMissingNamespaceIsNamed() {
        LinuxException failure = assertThrows(LinuxException.class, () -> NetworkNamespace.named("nosuchnamespace"));
        assertEquals(
                "open network namespace /run/netns/nosuchnamespace: ENOENT (No such file or directory)",
                failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> NetworkNamespace.named("../../proc/self/ns/net"));
    }

    @Test
    void everyErrnoHasItsOwnNumber() {
        for (Errno errno : Errno.values()) {
            assertEquals(errno, Errno.ofNumber(errno.number()));
            assertNotEquals("", errno.text());
        }
        assertEquals("errno 4000", Errno.describe(4000));
    }

    private static String field(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
