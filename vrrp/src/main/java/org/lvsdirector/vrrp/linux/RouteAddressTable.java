package org.lvsdirector.vrrp.linux;

import java.net.Inet6Address;
import java.util.EnumSet;
import java.util.Set;
import org.lvsdirector.netlink.route.AddressFlag;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.vrrp.runtime.AddressTable;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.settings.AddressOption;
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
     * never preferred as a source, so that this machine's own connections survive its removal; both as keepalived does, unless the
     * operator says otherwise.
     */
    private static InterfaceAddress toInterfaceAddress(VirtualAddress address, int linkIndex) {
        boolean single = address.address() instanceof Inet6Address && address.prefixLength() == WHOLE_IPV6_ADDRESS;
        Long preferred = address.preferredSeconds();
        String label = address.label();
        return new InterfaceAddress(
                linkIndex,
                address.address(),
                address.prefixLength(),
                address.peer(),
                address.broadcast(),
                address.scope(),
                label == null ? "" : label,
                flags(address),
                preferred != null ? preferred : single ? 0 : InterfaceAddress.FOREVER,
                InterfaceAddress.FOREVER);
    }

    private static Set<AddressFlag> flags(VirtualAddress address) {
        Set<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
        for (AddressOption option : address.options()) {
            switch (option) {
                case HOME -> flags.add(AddressFlag.HOMEADDRESS);
                case MANAGE_TEMPORARY -> flags.add(AddressFlag.MANAGETEMPADDR);
                case NO_PREFIX_ROUTE -> flags.add(AddressFlag.NOPREFIXROUTE);
                case AUTO_JOIN -> flags.add(AddressFlag.MCAUTOJOIN);
                case DETECT_DUPLICATES, NOT_TRACKED -> {}
            }
        }
        if (address.address() instanceof Inet6Address && !address.options().contains(AddressOption.DETECT_DUPLICATES)) {
            flags.add(AddressFlag.NODAD);
        }
        return flags;
    }

    @Override
    public void close() {
        // The connection belongs to the cache.
    }
}
