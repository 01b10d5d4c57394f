package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Line;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Whoever of the director dies, the kernel goes on forwarding, and a newcomer never puts a dead real server back. */
@Tag("lab")
class CrashCaseTest {
    private static final String VIP = "10.7.0.100";
    private static final String GOOD = "[192.168.7.34]:tcp:80";
    private static final String DEAD = "[192.168.7.35]:tcp:80";
    /** The real servers as {@code /proc/net/ip_vs} has them. */
    private static final String GOOD_IN_KERNEL = "C0A80722:0050";

    private static final String DEAD_IN_KERNEL = "C0A80723:0050";
    private static final String CONFIGURATION = "/run/keepalived.conf";

    /** Prints which real server a look at the kernel's table finds, whenever that is another than before. */
    private static final String WATCH = "while cat /proc/net/ip_vs; do sleep 0.1; done"
            + " | grep --line-buffered -o 'C0A807..:0050' | stdbuf -oL uniq";

    @RegisterExtension
    final Network network = Network.perTest();

    private Host balancer;
    private Host client;
    private Running watch;
    private RunningDirector director;

    @BeforeEach
    void oneOfTwoRealServersIsDead() {
        Lan inside = network.lan("inside");
        Lan outside = network.lan("outside");
        balancer = network.host("balancer")
                .plug(outside, "eth0", "10.7.0.1/24")
                .plug(inside, "eth1", "192.168.7.1/24")
                .sysctl("net.ipv4.ip_forward", "1");
        client = network.host("client").plug(outside, "eth0", "10.7.0.2/24");
        Host good = network.host("good").plug(inside, "eth0", "192.168.7.34/24").defaultRoute("192.168.7.1");
        network.host("dead").plug(inside, "eth0", "192.168.7.35/24").defaultRoute("192.168.7.1");
        Nginx.start(good, 80);
        balancer.write(CONFIGURATION, """
                vrrp_instance VI_1 {
                    state MASTER
                    interface eth0
                    virtual_router_id 7
                    priority 100
                    virtual_ipaddress {
                        10.7.0.100
                    }
                }
                virtual_server 10.7.0.100 80 {
                    delay_loop 2
                    lb_algo rr
                    lb_kind NAT
                    protocol TCP
                    real_server 192.168.7.34 80 {
                        TCP_CHECK {
                            connect_timeout 5
                        }
                    }
                    real_server 192.168.7.35 80 {
                        TCP_CHECK {
                            connect_timeout 5
                        }
                    }
                }
                """);
        director = RunningDirector.start(balancer, CONFIGURATION);
        Await.until(
                "the good one alone in the table",
                RunningDirector.PATIENCE,
                () -> table().contains(GOOD_IN_KERNEL) && !table().contains(DEAD_IN_KERNEL));
        Await.until("the service", RunningDirector.PATIENCE, this::served);
        watch = balancer.start("sh", "-c", WATCH);
        watch.awaitLine(GOOD_IN_KERNEL, RunningDirector.PATIENCE);
    }

    @Test
    void aNewCheckersProcessAdoptsTheTableAndDoesNotTrustTheDead() {
        long before = director.pid("checkers");
        balancer.exec("kill", "-KILL", Long.toString(before));
        assertTrue(served(), "the kernel forwards without anyone");
        Await.value(
                "a new one",
                RunningDirector.PATIENCE,
                () -> director.pid("checkers"),
                pid -> pid != 0 && pid != before);
        Await.until(
                "its checks",
                RunningDirector.PATIENCE,
                () -> director.server(DEAD).at("/checks/0/failures").asInt() > 0);
        assertFalse(director.server(DEAD).path("alive").asBoolean(true));
        assertTrue(director.server(GOOD).path("alive").asBoolean(false));
        assertTrue(served());
        assertEquals(List.of(GOOD_IN_KERNEL), seenInTable());
    }

    @Test
    void theTableOutlivesTheParentAndTheAddressDoesNot() {
        director.kill("director");
        Await.until("no address", RunningDirector.PATIENCE, () -> !balancer.hasAddress(VIP));
        Await.until(
                "the end of all three",
                RunningDirector.PATIENCE,
                () -> balancer.run("pgrep", "java").exitCode() != 0);
        assertTrue(table().contains(GOOD_IN_KERNEL), table());
        assertEquals(List.of(GOOD_IN_KERNEL), seenInTable());
    }

    private List<String> seenInTable() {
        return watch.lines().stream().map(Line::text).toList();
    }

    private String table() {
        return balancer.exec("cat", "/proc/net/ip_vs");
    }

    private boolean served() {
        return client.run("curl", "-sS", "--max-time", "5", "http://" + VIP + "/")
                .output()
                .equals("good\n");
    }
}
