package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lvsdirector.endtoend.DirectorHost.SOON;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/** An instance that depends on static entries of another interface; the same file for us and for keepalived, each alone on its network. */
@Tag("netns")
class TrackGroupTest {
    private static final String VIP = "192.168.7.100";
    private static final String CONFIGURATION = """
            track_group uplink {
              group {
                VI_1
              }
            }
            static_ipaddress {
              192.168.9.9/24 dev eth1 track_group uplink
            }
            static_routes {
              192.168.60.0/24 via 192.168.8.254 dev eth1 track_group uplink
            }
            vrrp_instance VI_1 {
              interface eth0
              virtual_router_id 77
              priority 100
              advert_int 0.5
              version 3
              virtual_ipaddress {
                192.168.7.100
              }
            }
            """;

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host ours = network.host("ours");
    private final Host theirs = network.host("theirs");

    @BeforeEach
    void plug() {
        for (Host host : List.of(ours, theirs)) {
            host.plug(network.lan("front-" + host.name()), "eth0", "192.168.7.1/24");
            host.plug(network.lan("back-" + host.name()), "eth1", "192.168.8.1/24");
        }
        ours.write("/run/director.conf", CONFIGURATION);
    }

    private static void awaitVip(Host host, boolean held) {
        Await.until(VIP + (held ? "" : " not") + " on " + host, SOON, () -> host.hasAddress(VIP) == held);
    }

    private static String route(Host host) {
        return host.exec("ip", "route", "show", "192.168.60.0/24");
    }

    @Test
    void itFallsAndRisesWithTheInterfaceOfAnEntryAsKeepalivedDoes() {
        Running keepalived = Keepalived.start(theirs, CONFIGURATION);
        RunningDirector director = RunningDirector.start(ours, "/run/director.conf");
        awaitVip(theirs, true);
        awaitVip(ours, true);
        assertEquals(route(theirs), route(ours));

        for (Host host : List.of(ours, theirs)) {
            host.exec("ip", "link", "set", "eth1", "down");
            awaitVip(host, false);
        }
        keepalived.awaitLine("(VI_1) Entering FAULT STATE", SOON);
        director.process().awaitLine("(VI_1) Entering FAULT STATE", SOON);
        assertEquals(
                "interface eth1 down",
                director.awaitState("VI_1", "FAULT").path("faults").path(0).asText());

        for (Host host : List.of(ours, theirs)) {
            host.exec("ip", "link", "set", "eth1", "up");
            awaitVip(host, true);
            Await.until("the route of " + host, SOON, () -> !route(host).isEmpty());
        }
    }

    /** What keepalived's manual promises and its track of interfaces cannot keep: the link is up, but the way to the gateway is gone. */
    @Test
    void itFallsWhenAnEntryCannotBePutBack() {
        RunningDirector director = RunningDirector.start(ours, "/run/director.conf");
        awaitVip(ours, true);
        ours.exec("ip", "address", "delete", "192.168.9.9/24", "dev", "eth1");
        director.process().awaitLine("Restoring deleted static address 192.168.9.9 dev eth1", SOON);

        ours.exec("ip", "address", "delete", "192.168.8.1/24", "dev", "eth1");
        director.process().awaitLine("track_group uplink has lost static route 192.168.60.0/24", SOON);
        awaitVip(ours, false);
        director.process()
                .awaitLine("(VI_1) entering FAULT state due to lost static entry of track group uplink", SOON);

        ours.addAddress("eth1", "192.168.8.1/24");
        awaitVip(ours, true);
        director.process().awaitLine("track_group uplink has all its static entries again", SOON);
    }
}
