package org.lvsdirector.vrrp.linux;

import java.net.Inet6Address;
import java.util.Set;
import org.lvsdirector.netlink.route.AddressFlag;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.vrrp.runtime.AddressTable;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** Virtual addresses on links, by rtnetlink. */
final class RouteAddressTable implements AddressTable {
    private static final int WHOLE_IPV6_ADDRESS = 128;

    private final Interfaces interfaces;
    private final InterfaceCache cache;

    /** Takes over neither argument: closing this closes nothing. */
    RouteAddressTable(Interfaces interfaces, InterfaceCache cache) {
        this.interfaces = interfaces;
        this.cache = cache;
    }

    @Override
    public boolean add(VirtualAddress address, String instanceInterface) {
        String name = address.interfaceOr(instanceInterface);
        Link link = cache.link(name);
        if (link == null) {
            throw new PortException("cannot add " + address.address().getHostAddress() + " to " + name
                    + ": there is no such interface");
        }
        try {
            return interfaces.add(toInterfaceAddress(address, link.index()));
        } catch (InterfaceException e) {
            throw new PortException("cannot add a virtual address to " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean remove(VirtualAddress address, String instanceInterface) {
        String name = address.interfaceOr(instanceInterface);
        Link link = cache.link(name);
        if (link == null) {
            return false;
        }
        try {
            return interfaces.remove(toInterfaceAddress(address, link.index()));
        } catch (InterfaceException e) {
            throw new PortException("cannot remove a virtual address from " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * An IPv6 address is used at once, without duplicate detection: the other machine may not have let go of it yet. A single one (/128) is
     * never preferred as a source, so that this machine's own connections survive its removal; both as keepalived does.
     */
    private static InterfaceAddress toInterfaceAddress(VirtualAddress address, int linkIndex) {
        boolean ipv6 = address.address() instanceof Inet6Address;
        boolean single = ipv6 && address.prefixLength() == WHOLE_IPV6_ADDRESS;
        String label = address.label();
        return new InterfaceAddress(
                linkIndex,
                address.address(),
                address.prefixLength(),
                null,
                address.broadcast(),
                address.scope(),
                label == null ? "" : label,
                ipv6 ? Set.of(AddressFlag.NODAD) : Set.of(),
                single ? 0 : InterfaceAddress.FOREVER,
                InterfaceAddress.FOREVER);
    }

    @Override
    public void close() {
        // The connection belongs to the cache.
    }
}
