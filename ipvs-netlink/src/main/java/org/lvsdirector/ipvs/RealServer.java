package org.lvsdirector.ipvs;

import org.jspecify.annotations.Nullable;

/**
 * A real server (the kernel's destination) as configured.
 *
 * @param weight share of new connections, 0 to 2^31-1; 0 takes no new ones and keeps the old
 * @param upperThreshold connections above which no more are sent; 0 for no limit
 * @param lowerThreshold connections below which an overloaded server is used again; 0 for three quarters of the upper one
 * @param tunnel becomes {@link Tunnel#IPIP} unless the method is {@link ForwardingMethod#TUNNEL}
 */
public record RealServer(
        RealServerKey key, ForwardingMethod method, int weight, int upperThreshold, int lowerThreshold, Tunnel tunnel) {
    public RealServer {
        Ranges.requireNotNegative("weight", weight);
        Ranges.requireNotNegative("upper threshold", upperThreshold);
        Ranges.requireNotNegative("lower threshold", lowerThreshold);
        if (method != ForwardingMethod.TUNNEL) {
            tunnel = Tunnel.IPIP;
        }
    }

    /** A real server without thresholds and with plain IP in IP should it be tunnelled. */
    public static RealServer of(RealServerKey key, ForwardingMethod method, int weight) {
        return new RealServer(key, method, weight, 0, 0, Tunnel.IPIP);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RealServer server
                && key.equals(server.key)
                && method == server.method
                && weight == server.weight
                && upperThreshold == server.upperThreshold
                && lowerThreshold == server.lowerThreshold
                && tunnel.equals(server.tunnel);
    }

    /** Servers that differ in the rest alone are rare. */
    @Override
    public int hashCode() {
        return 31 * key.hashCode() + weight;
    }

    /** The same real server with another weight. */
    public RealServer withWeight(int newWeight) {
        return new RealServer(key, method, newWeight, upperThreshold, lowerThreshold, tunnel);
    }
}
