package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** HTTP through each forwarding method, with all that it asks of the machines around it. */
@Tag("lab")
class ForwardingTest {
    private static final String VIP = "192.168.1.100";

    @RegisterExtension
    final Network network = Network.perTest();

    /** The director is the real servers' way back: it must forward, and their default route must lead to it. */
    @Test
    void nat() throws Exception {
        Lan outside = network.lan("outside");
        Lan inside = network.lan("inside");
        Host client = network.host("client").plug(outside, "eth0", "192.168.1.50/24");
        Host director = network.host("director")
                .plug(outside, "eth0", "192.168.1.1/24", VIP + "/32")
                .plug(inside, "eth1", "10.20.40.1/24")
                .sysctl("net.ipv4.ip_forward", "1");
        for (int number = 1; number <= 2; number++) {
            Host real = network.host("real" + number).plug(inside, "eth0", "10.20.40.1" + number + "/24");
            real.defaultRoute("10.20.40.1");
            Nginx.start(real, 80);
        }
        assertServedByBoth(client, director, Programmer.Method.NAT, List.of("10.20.40.11", "10.20.40.12"));
    }

    /** One network; the real servers hold the VIP in silence and answer the client themselves. */
    @Test
    void directRouting() throws Exception {
        Lan lan = network.lan("lan");
        Host client = network.host("client").plug(lan, "eth0", "192.168.1.50/24");
        Host director = network.host("director").plug(lan, "eth0", "192.168.1.1/24", VIP + "/32");
        for (int number = 1; number <= 2; number++) {
            Host real = network.host("real" + number).plug(lan, "eth0", "192.168.1.1" + number + "/24");
            real.exec(Checkout.script("real-server"), "start", VIP);
            Nginx.start(real, 80);
        }
        assertServedByBoth(client, director, Programmer.Method.DR, List.of("192.168.1.11", "192.168.1.12"));
    }

    /** The real servers are behind a router: requests come to them wrapped, answers take the straight way. */
    @Test
    void tunnel() throws Exception {
        Lan near = network.lan("near");
        Lan far = network.lan("far");
        Host client = network.host("client").plug(near, "eth0", "192.168.1.50/24");
        network.host("router")
                .plug(near, "eth0", "192.168.1.254/24")
                .plug(far, "eth1", "10.20.40.254/24")
                .sysctl("net.ipv4.ip_forward", "1");
        Host director = network.host("director")
                .plug(near, "eth0", "192.168.1.1/24", VIP + "/32")
                .defaultRoute("192.168.1.254");
        for (int number = 1; number <= 2; number++) {
            Host real = network.host("real" + number)
                    .plug(far, "eth0", "10.20.40.1" + number + "/24")
                    .defaultRoute("10.20.40.254");
            real.exec(Checkout.script("real-server"), "start", "--tun", VIP);
            Nginx.start(real, 80);
        }
        assertServedByBoth(client, director, Programmer.Method.TUN, List.of("10.20.40.11", "10.20.40.12"));
    }

    private static void assertServedByBoth(
            Host client, Host director, Programmer.Method method, List<String> realServers) throws Exception {
        for (Programmer programmer : Programmer.values()) {
            try (AutoCloseable programmed = programmer.program(director, VIP, method, realServers)) {
                Nginx.awaitAnswer(client, VIP, 80);
                assertEquals(
                        Map.of("real1\n", 3, "real2\n", 3),
                        answersToSixRequests(client),
                        () -> programmer + " as " + programmed);
            }
        }
    }

    private static Map<String, Integer> answersToSixRequests(Host client) {
        Map<String, Integer> answers = new TreeMap<>();
        for (int request = 0; request < 6; request++) {
            answers.merge(Nginx.get(client, VIP, 80).output(), 1, Integer::sum);
        }
        return answers;
    }
}
