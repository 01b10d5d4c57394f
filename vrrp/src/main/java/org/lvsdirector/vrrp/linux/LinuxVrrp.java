package org.lvsdirector.vrrp.linux;

import org.lvsdirector.netlink.NetlinkSocket;
import org.lvsdirector.netlink.netfilter.DropStyle;
import org.lvsdirector.netlink.netfilter.DropTable;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.KernelInterfaceEvents;
import org.lvsdirector.netlink.route.KernelInterfaces;
import org.lvsdirector.netlink.route.KernelLinkChanges;
import org.lvsdirector.netlink.route.KernelRouting;
import org.lvsdirector.vrrp.runtime.EventSink;
import org.lvsdirector.vrrp.runtime.Firewall;
import org.lvsdirector.vrrp.runtime.VrrpPorts;
import org.lvsdirector.vrrp.settings.FirewallSettings;

/** The driver's ports on Linux. */
public final class LinuxVrrp {
    private LinuxVrrp() {}

    /**
     * Opens all ports in the network namespace of the calling thread. From then on they belong to the driver's thread, which must be in the
     * same namespace.
     *
     * @throws org.lvsdirector.linux.LinuxException {@code EPERM} without the capabilities NET_ADMIN and NET_RAW
     */
    public static VrrpPorts open(EventSink sink) {
        return open(sink, KernelSettings.LEFT_ALONE, FirewallSettings.USUAL);
    }

    /**
     * The same.
     *
     * @param kernel what else has to be put back at the end
     * @param firewall where the rules stand that drop traffic
     */
    public static VrrpPorts open(EventSink sink, KernelSettings kernel, FirewallSettings firewall) {
        LinuxWaiter waiter = new LinuxWaiter();
        NetlinkSocket events =
                KernelInterfaceEvents.subscribe(); // before the first dump, so that nothing falls between
        Interfaces interfaces = KernelInterfaces.open();
        InterfaceCache cache = new InterfaceCache(interfaces, new KernelInterfaceEvents(events));
        waiter.add(events);
        return new VrrpPorts(
                waiter,
                new RawAdvertTransport(waiter),
                cache,
                new RouteVirtualLinks(interfaces, KernelLinkChanges.open(), kernel),
                new RouteAddressTable(interfaces, cache),
                new RouteRoutingTable(KernelRouting.open(), cache::link, waiter),
                new PacketAnnouncer(cache),
                new LinkNeighbours(cache, waiter),
                firewall(firewall, sink),
                new BfdSockets(waiter),
                sink);
    }

    private static Firewall firewall(FirewallSettings settings, EventSink sink) {
        if (settings.iptables() != null) {
            return new ToldFirewall(sink);
        }
        DropStyle drops = new DropStyle(settings.table(), settings.priority(), settings.counted());
        return new NftFirewall(() -> DropTable.open(drops));
    }
}
