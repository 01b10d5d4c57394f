package org.lvsdirector.vrrp.settings;

/** A number that a route gives its connections, in the kernel's own units; the names are rtnetlink's. */
public enum RouteMetric {
    MTU,
    WINDOW,
    /** Eighths of a millisecond. */
    RTT,
    /** Quarters of a millisecond. */
    RTTVAR,
    SSTHRESH,
    CWND,
    ADVMSS,
    REORDERING,
    HOPLIMIT,
    INITCWND,
    /** 1: explicit congestion notification. */
    FEATURES,
    /** Milliseconds. */
    RTO_MIN,
    INITRWND,
    QUICKACK,
    FASTOPEN_NO_COOKIE
}
