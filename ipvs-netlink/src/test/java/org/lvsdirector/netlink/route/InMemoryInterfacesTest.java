package org.lvsdirector.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryInterfacesTest extends InterfacesContract {
    private static final int ETH0 = 2;
    private static final int USUAL_MTU = 1500;

    private final InMemoryInterfaces interfaces = new InMemoryInterfaces();
    private final InterfaceEvents events = interfaces.events();

    InMemoryInterfacesTest() {
        setMtuOfEth0(USUAL_MTU);
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
        interfaces.removeLink(ETH0);
    }

    @Override
    void setMtuOfEth0(int mtu) {
        interfaces.put(new Link(
                ETH0,
                "eth0",
                HardwareAddress.parse("02:00:00:00:00:02"),
                mtu,
                Link.UP | Link.RUNNING | Link.BROADCAST | Link.MULTICAST | Link.LOWER_UP,
                OperState.UP,
                0,
                0,
                "dummy"));
    }

    @Test
    void lostEventsReplaceThoseThatWaited() {
        interfaces.removeLink(ETH0);
        interfaces.loseEvents();
        assertEquals(List.of(new InterfaceEvent.EventsLost()), events.poll());
        assertEquals(List.of(), events.poll());
    }
}
