package org.lvsdirector.netlink.route;

/**
 * A network interface as the kernel describes it ({@code struct ifinfomsg} and its attributes).
 *
 * @param index {@code ifi_index}, at least 1, never used again while the namespace lives unless someone asks for it
 * @param name {@code IFLA_IFNAME}, at most 15 bytes
 * @param address {@code IFLA_ADDRESS}; {@link HardwareAddress#NONE} when there is none
 * @param mtu {@code IFLA_MTU}, bytes
 * @param flags {@code ifi_flags}, {@code IFF_*} of {@code linux/if.h}; the methods name those that this project reads
 * @param operState {@code IFLA_OPERSTATE}
 * @param masterIndex {@code IFLA_MASTER}, the bridge, bond or VRF it belongs to; 0 for none
 * @param lowerIndex {@code IFLA_LINK}, the link that it is made upon, or a veth's other end; 0 for none
 * @param kind {@code IFLA_INFO_KIND}, such as {@code veth} or {@code macvlan}; empty for hardware and loopback
 * @param vrfTable {@code IFLA_VRF_TABLE}, the routing table of a VRF; 0 for other links
 */
public record Link(
        int index,
        String name,
        HardwareAddress address,
        int mtu,
        int flags,
        OperState operState,
        int masterIndex,
        int lowerIndex,
        String kind,
        long vrfTable) {
    /** {@code IFF_UP}: set up by the administrator. */
    public static final int UP = 0x1;
    /** {@code IFF_BROADCAST}. */
    public static final int BROADCAST = 0x2;
    /** {@code IFF_LOOPBACK}. */
    public static final int LOOPBACK = 0x8;
    /** {@code IFF_POINTOPOINT}. */
    public static final int POINT_TO_POINT = 0x10;
    /** {@code IFF_RUNNING}: operational state up, or unknown. */
    public static final int RUNNING = 0x40;
    /** {@code IFF_NOARP}: no address resolution, so nobody to announce to. */
    public static final int NO_ARP = 0x80;
    /** {@code IFF_MULTICAST}. */
    public static final int MULTICAST = 0x1000;
    /** {@code IFF_LOWER_UP}: the driver has a carrier. */
    public static final int LOWER_UP = 0x10000;

    /** A link that is no VRF. */
    public Link(
            int index,
            String name,
            HardwareAddress address,
            int mtu,
            int flags,
            OperState operState,
            int masterIndex,
            int lowerIndex,
            String kind) {
        this(index, name, address, mtu, flags, operState, masterIndex, lowerIndex, kind, 0);
    }

    /** Whether it is set up and has a carrier, so that packets can leave. */
    public boolean usable() {
        return has(UP) && has(RUNNING);
    }

    /** Whether all bits of {@code mask} are set in the flags. */
    public boolean has(int mask) {
        return (flags & mask) == mask;
    }
}
