package org.lvsdirector.ipvs;

/**
 * Counters and rates of a service or a real server. Counters are unsigned 64-bit totals since the last zeroing; rates are a second's
 * average as the kernel's estimator last computed it (every 2 s).
 */
public record TrafficStats(
        long connections,
        long inPackets,
        long outPackets,
        long inBytes,
        long outBytes,
        long connectionsPerSecond,
        long inPacketsPerSecond,
        long outPacketsPerSecond,
        long inBytesPerSecond,
        long outBytesPerSecond) {

    /** Nothing counted yet. */
    public static final TrafficStats ZERO = new TrafficStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
