package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** {@code docs/examples/sync-group} as it is, on two directors: outer and inner address move together. */
@Tag("lab")
class SyncGroupTest {
    private static final String OUTER = "192.168.1.11";
    private static final String INNER = "10.20.40.1";
    private static final int PORT = 22;

    @RegisterExtension
    final Network network = Network.perTest();

    @Test
    void bothAddressesMoveTogetherAndNatGoesOn() {
        Lan outside = network.lan("outside");
        Lan inside = network.lan("inside");
        Host client = network.host("client").plug(outside, "eth0", "192.168.1.50/24");
        Host real = network.host("real").plug(inside, "eth0", "10.20.40.11/24").defaultRoute(INNER);
        WebServer.start(real, PORT);
        List<Host> directors = List.of(director("left", 2, outside, inside), director("right", 3, outside, inside));

        Host holder = awaitHolder(directors);
        awaitServed(client);

        Host other = directors.get(holder == directors.get(0) ? 1 : 0);
        inside.cut(holder);
        Await.until("both addresses on " + other, Director.START_LIMIT, () -> holdsBoth(other));
        Await.until(
                "neither on " + holder,
                Director.START_LIMIT,
                () -> !holder.hasAddress(OUTER) && !holder.hasAddress(INNER));
        awaitServed(client);
        assertEquals(real.name(), WebServer.get(client, OUTER, PORT));
    }

    private Host director(String name, int number, Lan outside, Lan inside) {
        Host host = network.host(name)
                .plug(outside, "eth0", "192.168.1." + number + "/24")
                .plug(inside, "eth1", "10.20.40." + number + "/24")
                .sysctl("net.ipv4.ip_forward", "1");
        host.write("/run/lvs.conf", Checkout.example("sync-group/keepalived.conf"));
        Director.start(host, "/run/lvs.conf");
        return host;
    }

    /** Both start as MASTER with one priority; the election has ended when one holds both addresses and the other none. */
    private static Host awaitHolder(List<Host> directors) {
        Await.until(
                "one director with both addresses",
                Director.START_LIMIT,
                () -> directors.stream().filter(SyncGroupTest::holdsBoth).count() == 1
                        && directors.stream()
                                        .filter(host -> host.hasAddress(OUTER))
                                        .count()
                                == 1);
        return directors.stream().filter(SyncGroupTest::holdsBoth).findFirst().orElseThrow();
    }

    private static boolean holdsBoth(Host host) {
        return host.hasAddress(OUTER) && host.hasAddress(INNER);
    }

    private static void awaitServed(Host client) {
        Await.until("an answer through " + OUTER, Director.START_LIMIT, () -> !WebServer.get(client, OUTER, PORT)
                .isEmpty());
    }
}
