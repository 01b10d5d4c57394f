package org.lvsdirector.netlink.route;

/** A number that a route gives its connections ({@code RTAX_*} of {@code linux/rtnetlink.h}); all are 32 bits wide. */
public enum RouteMetric {
    /** Bytes. */
    MTU(2),
    /** Bytes. */
    WINDOW(3),
    /** Eighths of a millisecond. */
    RTT(4),
    /** Quarters of a millisecond. */
    RTTVAR(5),
    SSTHRESH(6),
    CWND(7),
    /** Bytes. */
    ADVMSS(8),
    REORDERING(9),
    HOPLIMIT(10),
    INITCWND(11),
    /** {@code RTAX_FEATURE_*}. */
    FEATURES(12),
    /** Milliseconds. */
    RTO_MIN(13),
    INITRWND(14),
    QUICKACK(15),
    FASTOPEN_NO_COOKIE(17);

    /** In {@link #FEATURES}: explicit congestion notification. */
    public static final long FEATURE_ECN = 1;

    private final int number;

    RouteMetric(int number) {
        this.number = number;
    }

    /** The uapi number. */
    int number() {
        return number;
    }
}
