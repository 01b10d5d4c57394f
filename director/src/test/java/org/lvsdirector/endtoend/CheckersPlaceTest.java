package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** A checkers process with a network namespace, a name and a priority of its own: the table is that of the other namespace. */
@Tag("lab")
class CheckersPlaceTest {
    private static final String CHECKERS_PID = "/run/lvs-director/director.checkers.pid";
    private static final String SERVER = "10.20.40.11:80";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(
            network.host("director"),
            "net_namespace_ipvs blue",
            "global_defs {",
            "  checker_process_name blue_checks",
            "  checker_priority -3",
            "  checker_rt_priority 2",
            "  checker_no_swap",
            "}",
            "virtual_server 192.168.1.11 80 {",
            "  lb_algo rr",
            "  lb_kind NAT",
            "  protocol TCP",
            "  real_server 10.20.40.11 80 { }",
            "}");

    @Test
    void theTableIsElsewhere() {
        director.host.exec("ip", "netns", "add", "blue");
        blue("ip", "link", "set", "lo", "up");
        blue("ip", "address", "add", "10.20.40.11/32", "dev", "lo");
        Running running = director.start();
        Await.until("a table in blue", SOON, () -> blue("ipvsadm", "-L", "-n").contains(SERVER));
        assertFalse(director.host.exec("ipvsadm", "-L", "-n").contains(SERVER), "not here");

        String pid = director.host.read(CHECKERS_PID).strip();
        assertEquals(
                "blue_checks",
                director.host.exec("cat", "/proc/" + pid + "/comm").strip());
        Await.until("round robin, nice and locked memory", SOON, () -> {
            String threads = director.host.exec("ps", "-L", "-o", "comm=,cls=,rtprio=,ni=", "-p", pid);
            String status = director.host.exec("cat", "/proc/" + pid + "/status");
            return threads.lines().anyMatch(line -> line.matches("checkers +RR +2 .*"))
                    && threads.lines().anyMatch(line -> line.matches(".* TS +- +-3"))
                    && !status.contains("VmLck:\t       0 kB");
        });

        // Nobody else takes the services away when the director stops while its checkers process is dead.
        director.signal("KILL", CHECKERS_PID);
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertFalse(blue("ipvsadm", "-L", "-n").contains(SERVER));
        assertTrue(director.host.exec("ip", "netns", "list").contains("blue"));
    }

    private String blue(String... command) {
        String[] words = new String[command.length + 4];
        System.arraycopy(new String[] {"ip", "netns", "exec", "blue"}, 0, words, 0, 4);
        System.arraycopy(command, 0, words, 4, command.length);
        return director.host.exec(words);
    }
}
