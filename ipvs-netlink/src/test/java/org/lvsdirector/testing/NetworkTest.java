package org.lvsdirector.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The test support itself: what it promises to the tests that stand on it. */
@Tag("netns")
class NetworkTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    final Network network = Network.perTest();

    @Test
    void machinesOnOneLanReachEachOtherByTheNamesAndAddressesChosen() {
        Lan lan = network.lan("lan");
        Host left = network.host("left").plug(lan, "enp1s0", "192.168.100.1/24", "fd00:100::1/64");
        Host right = network.host("right").plug(lan, "enp1s0", "192.168.100.2/24", "fd00:100::2/64");
        left.exec("ping", "-c", "1", "-W", "5", "192.168.100.2");
        right.exec("ping", "-c", "1", "-W", "5", "fd00:100::1");
        assertTrue(left.hasAddress("192.168.100.1"));
        assertFalse(left.hasAddress("192.168.100.2"));
    }

    @Test
    void aCutCableTakesTheCarrierAway() {
        Lan lan = network.lan("lan");
        Host host = network.host("host").plug(lan, "eth0", "192.168.100.1/24");
        lan.cut(host);
        Await.until("no carrier", SOON, () -> host.exec("ip", "link", "show", "eth0")
                .contains("NO-CARRIER"));
        lan.mend(host);
        Await.until(
                "a carrier", SOON, () -> host.exec("ip", "link", "show", "eth0").contains("LOWER_UP"));
    }

    @Test
    void everyMachineHasItsOwnNameProcessesAndRuntimeFiles() {
        Host one = network.host("one");
        Host two = network.host("two");
        one.write("/run/example.pid", "1\n");
        assertEquals("1\n", one.read("/run/example.pid"));
        assertNotEquals(0, two.run("test", "-e", "/run/example.pid").exitCode());
        assertFalse(Files.exists(Path.of("/run/example.pid")));
        assertEquals("two\n", two.exec("hostname"));
        Running sleeper = one.start("sleep", "1000");
        assertTrue(sleeper.pid() > 0);
        assertFalse(two.exec("ps", "ax").contains("sleep 1000"));
    }

    @Test
    void aPrivateFolderHidesWhatIsThere() {
        Host host = network.host("host").privateFolder("/var/tmp");
        host.write("/var/tmp/lvs-director-private", "here");
        assertEquals("here", host.exec("cat", "/var/tmp/lvs-director-private"));
        assertFalse(Files.exists(Path.of("/var/tmp/lvs-director-private")));
    }

    @Test
    void aCommandBringsBackInputOutputErrorsAndExitCode() {
        Host host = network.host("host");
        Result result = host.runWithInput("to be read", "sh", "-c", "cat; echo wrong >&2; exit 3");
        assertEquals("to be read", result.output());
        assertEquals("wrong\n", result.errors());
        assertEquals(3, result.exitCode());
        assertTrue(assertThrows(AssertionError.class, result::orFail).toString().contains("wrong"));
    }

    @Test
    void signalsReachTheCommandAndKillTreeTakesItsChildren() {
        Host host = network.host("host");
        Running polite = host.start(
                Map.of("GREETING", "hello"),
                "sh",
                "-c",
                "trap 'echo $GREETING; exit 5' TERM; echo ready; while :; do sleep 0.05; done");
        polite.awaitLine("ready", SOON);
        polite.signal("TERM");
        assertEquals(5, polite.awaitExit(SOON));
        polite.awaitLine("hello", SOON);

        Running parent = host.start("sh", "-c", "sleep 1000 & echo ready; wait");
        parent.awaitLine("ready", SOON);
        parent.killTree();
        assertFalse(host.exec("ps", "ax").contains("sleep 1000"));
    }

    @Test
    void aClosedMachineLeavesNoProcess() {
        Host host = network.host("host");
        Running daemon = host.start("setsid", "sleep", "1000");
        ProcessHandle handle = ProcessHandle.of(daemon.pid()).orElseThrow();
        host.close();
        Await.until("the end of the daemon", SOON, () -> !handle.isAlive());
        assertFalse(Files.exists(host.networkNamespace()));
    }

    @Test
    void aCaptureShowsThePackets() {
        Lan lan = network.lan("lan");
        Host left = network.host("left").plug(lan, "eth0", "192.168.100.1/24");
        network.host("right").plug(lan, "eth0", "192.168.100.2/24");
        try (Capture capture = lan.capture("icmp")) {
            left.exec("ping", "-c", "1", "-W", "5", "192.168.100.2");
            capture.awaitLine("192.168.100.1 > 192.168.100.2: ICMP echo request", SOON);
        }
    }

    @Test
    void waitingInVainSaysForWhat() {
        Running silent = Running.start(java.util.List.of("true"), Map.of());
        AssertionError line = assertThrows(AssertionError.class, () -> silent.awaitLine("a word", SOON));
        assertTrue(line.toString().contains("'a word'"));
        AssertionError condition =
                assertThrows(AssertionError.class, () -> Await.until("rain", Duration.ofMillis(20), () -> false));
        assertTrue(condition.toString().contains("for rain"));
    }
}
