package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** Instances in a VRF, which this machine's kernel may not have but the lab's has. */
@Tag("lab")
class VrfTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private final DirectorHost director = new DirectorHost(network.host("director"));

    private Lan lanWithVrf() {
        Lan lan = network.lan("lan");
        director.host.plug(lan, "eth0", "192.168.7.1/24");
        director.host.exec("ip", "link", "add", "blue", "up", "type", "vrf", "table", "100");
        director.host.exec("ip", "link", "set", "eth0", "master", "blue");
        return lan;
    }

    private static String instance(int priority, String where, int own, int peer) {
        return """
                vrrp_instance VI_1 {
                  %s
                  virtual_router_id 51
                  priority %d
                  unicast_src_ip 192.168.7.%d
                  unicast_peer { 192.168.7.%d }
                  virtual_ipaddress { 192.168.7.100/24 dev eth0 }
                }
                """.formatted(where, priority, own, peer);
    }

    @Test
    void aPairWithKeepalivedOverUnicastTakesOverInBothDirections() {
        Lan lan = lanWithVrf();
        Host other = network.host("other").plug(lan, "eth0", "192.168.7.2/24");
        director.configure(instance(150, "vrf blue", 1, 2));
        Running running = director.start();
        director.awaitAddress("192.168.7.100");
        Running keepalived = Keepalived.start(other, instance(100, "interface eth0", 2, 1));
        keepalived.awaitLine("(VI_1) Entering BACKUP STATE", SOON);

        running.signal("TERM");
        assertEquals(0, running.awaitExit(SOON), running.output());
        Await.until("keepalived takes over", SOON, () -> other.hasAddress("192.168.7.100"));

        director.start();
        director.awaitAddress("192.168.7.100");
        Await.until("keepalived lets go", SOON, () -> !other.hasAddress("192.168.7.100"));
    }

    @Test
    void aRouteGoesIntoTheTableOfItsVrf() {
        lanWithVrf();
        director.configure("""
                static_routes {
                  192.168.60.0/24 via 192.168.7.253 dev eth0 vrf blue
                }
                """);
        Running running = director.start();
        Await.value(
                "the route",
                SOON,
                () -> director.host.exec("ip", "route", "show", "table", "100"),
                text -> text.contains("192.168.60.0/24 via 192.168.7.253 dev eth0"));
        director.host.exec("ip", "route", "delete", "192.168.60.0/24", "table", "100");
        running.awaitLine("Restoring deleted static route 192.168.60.0/24 vrf blue", SOON);
    }

    @Test
    void aVirtualMacInAVrfJoinsIt() {
        Lan lan = lanWithVrf();
        Host client = network.host("client").plug(lan, "eth0", "192.168.7.9/24");
        director.configure("""
                vrrp_instance VI_1 {
                  interface eth0
                  virtual_router_id 51
                  use_vmac
                  virtual_ipaddress { 192.168.7.100/24 }
                }
                """);
        director.start();
        director.awaitAddress("192.168.7.100");
        Await.until(
                "an answer out of the VRF",
                SOON,
                () -> client.run("ping", "-c", "1", "-W", "1", "192.168.7.100").exitCode() == 0);
    }
}
