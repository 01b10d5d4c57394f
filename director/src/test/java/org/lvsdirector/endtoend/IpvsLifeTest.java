package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/** A director that programs the kernel: start, health, crash, strangers, hands, reload, stop. */
@Tag("lab")
class IpvsLifeTest {
    private static final String LIVE = "10.20.40.11:80";
    private static final String DEAD = "10.20.40.12:80";
    private static final String LIVE_IN_KERNEL = "0A14280B:0050";
    private static final String DEAD_IN_KERNEL = "0A14280C:0050";
    private static final String CHECKERS_PID = "/run/lvs-director/director.checkers.pid";
    private static final String FREE = "10.20.40.13:80";
    private static final String STRANGER = "TCP  192.168.1.99:80";
    /** Accepts and closes; perl is there wherever the lab is. */
    private static final String LISTENER = "socket(S,PF_INET,SOCK_STREAM,6); setsockopt(S,SOL_SOCKET,SO_REUSEADDR,1);"
            + "bind(S,sockaddr_in(80,inet_aton($ARGV[0]))) or die; listen(S,9); while(accept(C,S)){close C}";

    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));

    @BeforeEach
    void machine() {
        for (String address : new String[] {"10.20.40.11", "10.20.40.12", "10.20.40.13"}) {
            director.host.addAddress("lo", address + "/32");
        }
        director.host.start("perl", "-MSocket", "-e", LISTENER, "10.20.40.11");
        director.host.exec("ipvsadm", "-A", "-t", "192.168.1.99:80", "-s", "rr");
        configure(1, "");
    }

    /** @param freeWeight weight of the server that is not checked */
    private void configure(int freeWeight, String more) {
        director.configure(
                "virtual_server 192.168.1.11 80 {",
                "  delay_loop 1",
                "  lb_algo wrr",
                "  lb_kind NAT",
                "  protocol TCP",
                "  real_server 10.20.40.11 80 {",
                "    TCP_CHECK { warmup 0 }",
                "  }",
                "  real_server 10.20.40.12 80 {",
                "    TCP_CHECK { warmup 0 }",
                "  }",
                "  real_server 10.20.40.13 80 { weight " + freeWeight + " }",
                "}",
                more);
    }

    @Test
    void theDeadStayOutEvenWhenTheirKeeperIsKilled() {
        Running running = director.start();
        awaitTable(LIVE);
        awaitTable(FREE);
        Await.until("the dead one out", SOON, () -> !table().contains(DEAD));
        assertTrue(running.output().contains("Removing service [10.20.40.12]:tcp:80 from VS [192.168.1.11]:tcp:80"));

        int before = running.lines().size();
        director.signal("KILL", CHECKERS_PID);
        running.awaitLineAfter(before, "Starting Healthcheck child process", SOON);
        Await.value(
                "status of the new process", SOON, () -> director.run("status").output(), text -> {
                    assertFalse(table().contains(DEAD), "nobody is sent to a dead server while its keeper is away");
                    return text.contains("restarted 1 times") && text.contains("SERVICES\n");
                });
        assertTrue(table().contains(LIVE));
        assertFalse(table().contains(DEAD));

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertFalse(table().contains("192.168.1.11"), table());
        assertTrue(table().contains(STRANGER), table());
    }

    @Test
    void whatOthersChangeIsHealedButAHandOnAWeightIsRespected() {
        director.configure("global_defs {", "  lvs_reconcile 1", "}", director.host.read("/run/director.conf"));
        Running running = director.start();
        awaitTable(LIVE);
        director.host.exec("ipvsadm", "-e", "-t", "192.168.1.11:80", "-r", FREE, "-m", "-w", "0");
        director.awaitStatus("weight 0 by hand (configured 1)");
        director.host.exec("ipvsadm", "-D", "-t", "192.168.1.11:80");
        awaitTable(LIVE);
        running.awaitLine("Drift healed", SOON);
        assertTrue(weight(FREE, 0), table());

        assertEquals(0, director.run("heal").exitCode());
        assertTrue(weight(FREE, 1), table());
        assertFalse(director.status().contains("by hand"), director.status());
    }

    @Test
    void aReloadSendsTheDifferenceAndServicesStayWhenTheyAreToStay() {
        Running running = director.start("-I", "-C");
        awaitTable(FREE);
        configure(
                7,
                "virtual_server fwmark 300 {\n lb_algo rr\n lb_kind DR\n real_server 10.20.40.11 9814 {\n weight 1\n }\n}");
        Result reload = director.run("reload");
        assertEquals(0, reload.exitCode(), reload.errors());
        assertTrue(weight(FREE, 7), table());
        awaitTable("FWM  300");
        configure(7, "");
        assertEquals(0, director.run("reload").exitCode());
        Await.until("no more mark", SOON, () -> !table().contains("FWM  300"));

        assertTrue(director.run("plan", "/run/director.conf").output().contains("Nothing to change."));
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON));
        assertTrue(table().contains(LIVE), table());

        Running vrrpAlone = director.start("-P");
        director.awaitStatus("checkers  not needed");
        vrrpAlone.signal("TERM");
        assertEquals(0, vrrpAlone.awaitExit(SOON));
        assertTrue(table().contains(LIVE), "services are no affair of vrrp's");
    }

    @Test
    void aStopWhileTheProcessIsAwayTakesItsServicesAlong() {
        Running running = director.start();
        awaitTable(LIVE);
        director.signal("KILL", CHECKERS_PID);
        running.awaitLine("starting it again in", SOON);
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertFalse(table().contains("192.168.1.11"), table());
        assertTrue(table().contains(STRANGER), table());
    }

    /** As an init system does that ends a whole control group. */
    @Test
    void aSignalToAllProcessesAtOnceIsACleanStop() {
        Running running = director.start();
        awaitTable(LIVE);
        director.host.exec("sh", "-c", "kill -TERM $(cat " + CHECKERS_PID + ") $(cat /run/lvs-director/director.pid)");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertFalse(table().contains("192.168.1.11"), table());
        assertTrue(table().contains(STRANGER), table());
        assertFalse(running.output().contains("died"), running.output());
    }

    /** A heap is as large as the configuration needs that its process began with. */
    @Test
    void aFarLargerFileGetsAProcessThatHasRoomForIt() {
        Running running = director.start();
        awaitTable(LIVE);
        Await.until("the dead one out", SOON, () -> !table().contains(DEAD));
        String before = director.host.read(CHECKERS_PID);
        StringBuilder more =
                new StringBuilder("virtual_server 192.168.2.1 80 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\n");
        for (int server = 0; server < 5000; server++) {
            more.append("real_server 10.99.%d.%d 80 {\n}\n".formatted(server / 250, server % 250 + 1));
        }
        configure(1, more + "}");
        Result reload = director.run("reload");
        assertEquals(0, reload.exitCode(), reload.errors());
        running.awaitLine("Replacing the checkers process", SOON);
        Await.until("all in the table, the dead one never", RunningDirector.PATIENCE, () -> {
            String table = director.host.exec("cat", "/proc/net/ip_vs");
            assertTrue(table.contains(LIVE_IN_KERNEL), "it stays");
            assertFalse(table.contains(DEAD_IN_KERNEL), "its successor knows who is dead");
            return table.contains("0A6313FA:0050");
        });
        assertFalse(director.host.read(CHECKERS_PID).equals(before));
        assertFalse(running.output().contains("Removed"), "nothing was taken away");
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        assertFalse(table().contains("192.168.2.1"), table());
    }

    private void awaitTable(String fragment) {
        Await.value("a table with " + fragment, SOON, this::table, text -> text.contains(fragment));
    }

    private String table() {
        return director.host.exec("ipvsadm", "-Ln");
    }

    private boolean weight(String server, int weight) {
        return table().matches("(?s).*" + server.replace(".", "\\.") + " +Masq +" + weight + " .*");
    }
}
