package org.lvsdirector.vrrp.settings;

/** What becomes of packets that a route matches; the names are rtnetlink's. */
public enum RouteKind {
    UNICAST,
    LOCAL,
    BROADCAST,
    ANYCAST,
    MULTICAST,
    BLACKHOLE,
    UNREACHABLE,
    PROHIBIT,
    THROW,
    NAT
}
