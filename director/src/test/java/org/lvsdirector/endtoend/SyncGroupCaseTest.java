package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** {@code docs/examples/sync-group}: a NAT director's outside and inside address are on one machine, whichever cable is cut. */
@Tag("lab")
class SyncGroupCaseTest {
    private static final String OUTSIDE = "192.168.1.11";
    private static final String INSIDE = "10.20.40.1";
    private static final int PORT = 22;

    @RegisterExtension
    final Network network = Network.perTest();

    private Lan inside;
    private Host first;
    private Host second;
    private Host client;

    @BeforeEach
    void machines() {
        Lan outside = network.lan("outside");
        inside = network.lan("inside");
        first = director("first", outside, "192.168.1.2/24", "10.20.40.2/24");
        second = director("second", outside, "192.168.1.3/24", "10.20.40.3/24");
        client = network.host("client").plug(outside, "eth0", "192.168.1.50/24");
        Host server =
                network.host("server").plug(inside, "eth0", "10.20.40.11/24").defaultRoute(INSIDE);
        Nginx.start(server, PORT);
        String example = Checkout.exampleText("sync-group/keepalived.conf");
        first.write("/run/keepalived.conf", example);
        second.write(
                "/run/keepalived.conf",
                example.replace("state MASTER", "state BACKUP").replace("priority 150", "priority 100"));
    }

    private Host director(String name, Lan outside, String outsideAddress, String insideAddress) {
        return network.host(name)
                .plug(outside, "eth0", outsideAddress)
                .plug(inside, "eth1", insideAddress)
                .sysctl("net.ipv4.ip_forward", "1");
    }

    @Test
    void bothInstancesMoveTogetherAndTheServiceIsCarried() {
        RunningDirector.start(first, "/run/keepalived.conf");
        RunningDirector standby = RunningDirector.start(second, "/run/keepalived.conf");
        awaitBothOn(first, second);
        awaitService();
        standby.awaitState("VI_1", "BACKUP");

        inside.cut(first);
        awaitBothOn(second, first);
        awaitService();
        assertEquals("MASTER", standby.instance("VI_GATEWAY").path("state").asText());

        inside.mend(first);
        awaitBothOn(first, second);
        awaitService();
    }

    private static void awaitBothOn(Host holder, Host other) {
        Await.until(
                "both addresses on " + holder + " alone",
                RunningDirector.PATIENCE,
                () -> holder.hasAddress(OUTSIDE)
                        && holder.hasAddress(INSIDE)
                        && !other.hasAddress(OUTSIDE)
                        && !other.hasAddress(INSIDE));
    }

    private void awaitService() {
        Await.value(
                "an answer of the real server",
                RunningDirector.PATIENCE,
                () -> Nginx.get(client, OUTSIDE, PORT),
                answer -> answer.output().equals("server\n"));
    }
}
