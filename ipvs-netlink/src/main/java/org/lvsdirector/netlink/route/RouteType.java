package org.lvsdirector.netlink.route;

/** What becomes of packets that a route matches ({@code rtm_type}, {@code RTN_*} of {@code linux/rtnetlink.h}). */
public enum RouteType {
    UNICAST(1),
    LOCAL(2),
    BROADCAST(3),
    ANYCAST(4),
    MULTICAST(5),
    BLACKHOLE(6),
    UNREACHABLE(7),
    PROHIBIT(8),
    THROW(9),
    NAT(10);

    private final int number;

    RouteType(int number) {
        this.number = number;
    }

    /** The uapi number. */
    int number() {
        return number;
    }
}
