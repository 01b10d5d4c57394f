package org.lvsdirector.vrrp.runtime;

/** Everything through which the driver touches the world. The driver closes them, the sink excepted. */
public record VrrpPorts(
        Waiter waiter,
        AdvertTransport transport,
        InterfaceMonitor interfaces,
        VirtualLinks links,
        AddressTable addresses,
        RoutingTable routing,
        Announcer announcer,
        Neighbours neighbours,
        Firewall firewall,
        BfdTransport bfd,
        EventSink sink)
        implements AutoCloseable {

    /** The same with another clock, and telling somebody else. */
    public VrrpPorts with(Waiter otherWaiter, EventSink otherSink) {
        return new VrrpPorts(
                otherWaiter,
                transport,
                interfaces,
                links,
                addresses,
                routing,
                announcer,
                neighbours,
                firewall,
                bfd,
                otherSink);
    }

    @Override
    public void close() {
        transport.close();
        bfd.close();
        announcer.close();
        neighbours.close();
        firewall.close();
        routing.close();
        addresses.close();
        links.close();
        interfaces.close();
        waiter.close();
    }
}
