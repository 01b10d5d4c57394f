package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/** Words, exit codes and sentences of the command, on one machine. */
@Tag("netns")
class CommandLineTest {
    private static final String[] CONFIGURATION = {
        "vrrp_instance VI_1 {",
        "  interface eth0",
        "  virtual_router_id 77",
        "  virtual_ipaddress { 192.168.7.100 }",
        "}"
    };

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"), CONFIGURATION);

    @Test
    void inTheBackgroundItReturnsWhenTheChildrenRunAndStopEndsIt() {
        Result launched = director.run("-f", "/run/director.conf");
        assertEquals(0, launched.exitCode(), launched.errors());
        assertEquals("", launched.output());
        assertTrue(director.status().contains("vrrp      running"), director.status());
        String pid = director.host.read("/run/lvs-director/director.pid").strip();

        Result second = director.run("-f", "/run/director.conf");
        assertEquals(7, second.exitCode());
        saysOnce(second, "already running as process " + pid);

        assertEquals(0, director.run("stop").exitCode());
        assertEquals(List.of(), director.files());
        assertFalse(director.host.run("kill", "-0", pid).exitCode() == 0, "stop returns when all is over");
        Result third = director.run("status");
        assertEquals(1, third.exitCode());
        saysOnce(third, "no director is running");
    }

    @Test
    void anotherPidFileIsAnotherDirector() {
        assertEquals(
                0,
                director.run("-f", "/run/director.conf", "-p", "/run/a/one.pid").exitCode());
        assertEquals(
                0,
                director.run("-f", "/run/director.conf", "-p", "/run/a/two.pid").exitCode());
        assertEquals(0, director.run("status", "-p", "/run/a/one.pid").exitCode());
        assertEquals(0, director.run("stop", "-p", "/run/a/two.pid").exitCode());
        assertEquals(0, director.run("status", "-p", "/run/a/one.pid").exitCode());
    }

    @Test
    void aPidFileThatADeadDirectorLeftIsNoObstacle() {
        Running first = director.start();
        director.awaitStatus("vrrp      running");
        first.killTree();
        assertTrue(director.files().contains("director.pid"));
        director.start();
        director.awaitStatus("vrrp      running");
    }

    @Test
    void childPidFilesGoWhereTheSwitchesSay() {
        Running running = director.start("-p", "/run/elsewhere/d.pid", "-r", "/run/elsewhere/v.pid");
        Await.until("its children", SOON, () -> director.run("status", "-p", "/run/elsewhere/d.pid")
                .output()
                .contains("vrrp      running"));
        assertTrue(director.host.read("/run/elsewhere/v.pid").strip().matches("\\d+"));
        running.signal("INT");
        assertEquals(0, running.awaitExit(SOON));
        Await.until(
                "its end",
                SOON,
                () -> !director.host.file("/run/elsewhere/v.pid").toFile().exists());
    }

    @Test
    void whatIsWrongIsOneSentenceAndItsExitCode() {
        Result absent = director.run("run", "-f", "/run/absent.conf");
        assertEquals(6, absent.exitCode());
        Result usage = director.run("--no-such-switch");
        assertEquals(64, usage.exitCode());
        assertTrue(usage.errors().contains("--no-such-switch"), usage.errors());

        director.configure("vrrp_instance VI_1 {", "  interface eth0", "  virtual_router_id 0", "  bogus", "}");
        for (List<String> words : List.of(
                List.of("check", "/run/director.conf"),
                List.of("run", "-f", "/run/director.conf"),
                List.of("-f", "/run/director.conf"))) {
            Result bad = director.run(words.toArray(String[]::new));
            assertEquals(2, bad.exitCode(), words.toString());
            assertTrue(bad.errors().contains("/run/director.conf:3:"), bad.errors());
            assertTrue(bad.errors().contains("/run/director.conf:4:"), bad.errors());
            noTrace(bad);
        }
        assertEquals(5, director.run("-t", "-f", "/run/director.conf").exitCode(), "as keepalived");
    }

    /** Most hosts that build have no IPVS, the lab has: each shows one half. */
    @Test
    void withoutIpvsItSaysSoAndLeavesAndWithItItRuns() {
        director.configure("virtual_server 192.168.7.100 80 {", "protocol TCP", "real_server 10.0.0.1 80 {", "}", "}");
        if (director.host.run("test", "-e", "/proc/net/ip_vs").exitCode() == 0) {
            director.start();
            director.awaitStatus("checkers  running");
            return;
        }
        for (List<String> words :
                List.of(List.of("run", "-f", "/run/director.conf"), List.of("-f", "/run/director.conf"))) {
            assertSaysThatIpvsIsMissing(director.run(words.toArray(String[]::new)));
            assertEquals(List.of(), director.files());
        }
    }

    private static void assertSaysThatIpvsIsMissing(Result refused) {
        assertEquals(3, refused.exitCode(), refused.errors());
        assertEquals(
                1,
                refused.errors()
                        .lines()
                        .filter(line -> line.contains("this kernel has no IPVS"))
                        .count(),
                refused.errors());
        noTrace(refused);
    }

    @Test
    void withoutPrivilegesItSaysSo() {
        Result refused = director.runAs("nobody", "run", "-f", "/run/director.conf");
        assertEquals(4, refused.exitCode(), refused.errors());
        saysOnce(refused, "run it as root");
    }

    private static void saysOnce(Result result, String fragment) {
        assertEquals(1, result.errors().lines().count(), result.errors());
        assertTrue(result.errors().contains(fragment), result.errors());
        noTrace(result);
    }

    private static void noTrace(Result result) {
        assertFalse(result.errors().contains("\tat "), result.errors());
        assertFalse(result.errors().contains("Exception"), result.errors());
    }
}
