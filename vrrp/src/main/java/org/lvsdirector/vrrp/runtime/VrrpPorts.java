package org.lvsdirector.vrrp.runtime;

/** Everything through which the driver touches the world. The driver closes them, the sink excepted. */
public record VrrpPorts(
        Waiter waiter,
        AdvertTransport transport,
        InterfaceMonitor interfaces,
        AddressTable addresses,
        RoutingTable routing,
        Announcer announcer,
        Neighbours neighbours,
        Firewall firewall,
        BfdTransport bfd,
        EventSink sink)
        implements AutoCloseable {

    @Override
    public void close() {
        transport.close();
        bfd.close();
        announcer.close();
        neighbours.close();
        firewall.close();
        routing.close();
        addresses.close();
        interfaces.close();
        waiter.close();
    }
}
