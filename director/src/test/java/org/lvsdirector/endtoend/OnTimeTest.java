package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;
import static org.lvsdirector.endtoend.DirectorHost.VRRP_PID;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Capture;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** A vrrp process that the kernel treats as the operator wishes, and one that the kernel kept from running for a while. */
@Tag("netns")
@Isolated("it is about time")
class OnTimeTest {
    private static final String VIP = "192.168.7.100";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private Lan lan;

    @BeforeEach
    void machine() {
        lan = network.lan("lan");
        director.host.plug(lan, "eth0", "192.168.7.1/24");
    }

    private static String instance(int priority) {
        return """
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 77
                  priority %d
                  virtual_ipaddress { %s }
                }
                """.formatted(priority, VIP);
    }

    @Test
    void theKernelTreatsTheProcessAsTheOperatorWishes() {
        director.configure("""
                global_defs {
                  vrrp_rt_priority 50
                  vrrp_rlimit_rttime 2000000
                  vrrp_no_swap
                  vrrp_cpu_affinity 0
                  vrrp_priority -5
                }
                """, instance(100));
        Running running = director.start("-P");
        running.awaitLine("Rehearsed ", SOON);
        director.awaitAddress(VIP);
        String pid = director.host.read(VRRP_PID).strip();
        Await.value(
                "locked memory",
                SOON,
                () -> director.host.exec("cat", "/proc/" + pid + "/status"),
                status -> status.lines().anyMatch(line -> line.matches("VmLck:\\s+[1-9].*")));
        String status = director.host.exec("cat", "/proc/" + pid + "/status");
        assertTrue(status.contains("Cpus_allowed_list:\t0\n"), status);
        List<String> roundRobin = List.of("driver", "VM Thread");
        for (String thread : roundRobin) {
            assertEquals("2 50", field(pid, thread, "41,40"), thread + ": SCHED_RR and its priority");
        }
        assertEquals("0 0", field(pid, "news", "41,40"), "an ordinary thread");
        assertEquals("-5", field(pid, "news", "19"), "its nice value");
        assertTrue(director.host.exec("cat", "/proc/" + pid + "/limits").contains("2000000"), "the limit");
        assertFalse(running.output().contains("goes on without"), running.output());
        assertTrue(director.status().contains(" timers, late by less than "), director.status());
    }

    /** Fields of /proc/PID/task/TID/stat of a thread, by their numbers in proc(5); its name, the second, may have a space. */
    private String field(String pid, String thread, String numbers) {
        String stat = director.host.exec(
                "sh", "-c", "grep -lx '" + thread + "' /proc/" + pid + "/task/*/comm | sed s/comm/stat/ | xargs cat");
        String[] rest = stat.substring(stat.indexOf(')') + 2).split(" ", -1);
        return List.of(numbers.split(",", -1)).stream()
                .map(number -> rest[Integer.parseInt(number) - 3])
                .reduce((first, second) -> first + " " + second)
                .orElseThrow();
    }

    @Test
    void aBackupThatWasFrozenForLongerThanItWaitsForAMasterLooksBeforeItSpeaks() {
        Host other = network.host("other").plug(lan, "eth0", "192.168.7.2/24");
        Running keepalived = Keepalived.start(other, instance(150));
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        director.configure(instance(100));
        Running running = director.start("-P");
        director.awaitStatus("master 192.168.7.2");
        try (Capture wire = lan.capture("ip proto 112")) {
            director.signal("STOP", VRRP_PID);
            int masterDownInterval = 4;
            Await.until(
                    "a longer silence than its patience",
                    SOON,
                    () -> adverts(wire, "192.168.7.2") >= 2 + masterDownInterval);
            director.signal("CONT", VRRP_PID);
            running.awaitLine("A thread timer expired", SOON);
            int before = adverts(wire, "192.168.7.2");
            Await.until("two more adverts", SOON, () -> adverts(wire, "192.168.7.2") >= before + 2);
            assertEquals(0, adverts(wire, "192.168.7.1"), "it never spoke");
        }
        assertFalse(running.output().contains("Entering MASTER STATE"), running.output());
    }

    private static int adverts(Capture wire, String source) {
        return (int) wire.lines().stream()
                .filter(line -> line.text().contains(source + " > 224.0.0.18"))
                .count();
    }
}
