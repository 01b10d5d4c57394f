package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Advertisements on an ipvlan ({@code use_ipvlan}), which this machine's kernel may not have but the lab's has. */
@Tag("lab")
class IpvlanTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));
    private Lan lan;
    private Host client;

    @BeforeEach
    void machines() {
        lan = network.lan("lan");
        director.host.plug(lan, "eth0", "192.168.7.1/24");
        client = network.host("client").plug(lan, "eth0", "192.168.7.9/24");
    }

    private static String instance(int priority, String ownAddress) {
        return """
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 51
                  priority %d
                  use_ipvlan ipv0 %s bridge
                  virtual_ipaddress { 192.168.7.100/24 }
                }
                """.formatted(priority, ownAddress);
    }

    private static String onIpvlan(Host host) {
        return host.run("ip", "-d", "address", "show", "dev", "ipv0").output();
    }

    private static void awaitVip(Host host) {
        Await.until("the address on " + host, SOON, () -> host.hasAddress("192.168.7.100"));
    }

    @Test
    void aPairWithKeepalivedTakesOverInBothDirections() {
        Host other = network.host("other").plug(lan, "eth0", "192.168.7.2/24");
        director.configure(instance(150, "192.168.7.51/24"));
        Running running = director.start();
        awaitVip(director.host);
        assertTrue(onIpvlan(director.host).contains("ipvlan  mode l2 bridge"), onIpvlan(director.host));
        assertTrue(onIpvlan(director.host).contains(" 192.168.7.51/24"));
        client.exec("ping", "-c", "1", "-W", "5", "192.168.7.100");

        Running keepalived = Keepalived.start(other, instance(100, "192.168.7.52/24"));
        keepalived.awaitLine("(VI_1) Entering BACKUP STATE", SOON);
        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        awaitVip(other);
        assertFalse(director.host.exec("ip", "link", "show").contains("ipv0"), "nothing stays");
        assertEquals(List.of(), director.files());

        director.start();
        awaitVip(director.host);
        keepalived.awaitLine("Master received advert from 192.168.7.51 with higher priority 150, ours 100", SOON);
        Await.until("keepalived lets go", SOON, () -> !other.hasAddress("192.168.7.100"));
    }
}
