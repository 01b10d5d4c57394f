package org.lvsdirector.netlink.route;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.netlink.NetlinkSocket;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

@Tag("netns")
class KernelInterfacesTest extends InterfacesContract {

    @RegisterExtension
    final Network network = Network.perTest();

    private Host host;
    private NetlinkSocket socket;
    private InterfaceEvents events;
    private Interfaces interfaces;

    @BeforeEach
    void makeMachine() {
        host = network.host("vl-route");
        host.exec("ip", "link", "add", "eth0", "up", "type", "veth", "peer", "name", "far");
        host.exec("ip", "link", "set", "far", "up");
        socket = NetworkThread.call(host, KernelInterfaceEvents::subscribe);
        events = new KernelInterfaceEvents(socket);
        interfaces = NetworkThread.call(host, KernelInterfaces::open);
    }

    @AfterEach
    void close() {
        events.close();
        interfaces.close();
    }

    @Override
    Interfaces interfaces() {
        return interfaces;
    }

    @Override
    InterfaceEvents events() {
        return events;
    }

    @Override
    void removeEth0() {
        host.exec("ip", "link", "delete", "eth0");
    }

    @Override
    void setMtuOfEth0(int mtu) {
        host.exec("ip", "link", "set", "eth0", "mtu", Integer.toString(mtu));
    }

    @Test
    void aFloodOfChangesEndsInOneWordThatSomeWereLost() {
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            batch.append("address ").append(i % 2 == 0 ? "add" : "delete").append(" 10.0.0.1/32 dev eth0\n");
        }
        host.runWithInput(batch.toString(), "ip", "-batch", "-").orFail();
        List<InterfaceEvent> told = events.poll();
        assertTrue(told.contains(new InterfaceEvent.EventsLost()), "lost none of " + told.size());
        interfaces.add(InterfaceAddress.of(interfaces.links().get(0).index(), ip("10.0.0.2"), 32));
        assertTrue(!events.poll().isEmpty(), "events go on after a loss");
    }
}
