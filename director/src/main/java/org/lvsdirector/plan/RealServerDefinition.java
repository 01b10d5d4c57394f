package org.lvsdirector.plan;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Tunnel;

/**
 * One configured real server, or the sorry server.
 *
 * @param name as logs write it, such as {@code [10.20.40.11]:tcp:22}, unique in its service; checks name it so
 * @param port as configured, 0 for none; the kernel gets it with NAT only, see {@link Planner}
 * @param weight as configured, 0 to 65535
 * @param upperThreshold connections above which no more are sent; 0 for no limit
 * @param lowerThreshold connections below which it is used again; 0 for the kernel's choice
 * @param tunnel {@link Tunnel#IPIP} unless the method is {@link ForwardingMethod#TUNNEL}
 * @param inhibit stays with weight 0 while it should not be used, in place of being removed
 */
public record RealServerDefinition(
        String name,
        InetAddress address,
        int port,
        ForwardingMethod method,
        int weight,
        int upperThreshold,
        int lowerThreshold,
        Tunnel tunnel,
        boolean inhibit) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RealServerDefinition server
                && name.equals(server.name)
                && address.equals(server.address)
                && port == server.port
                && method == server.method
                && weight == server.weight
                && upperThreshold == server.upperThreshold
                && lowerThreshold == server.lowerThreshold
                && tunnel.equals(server.tunnel)
                && inhibit == server.inhibit;
    }

    /** Definitions that differ in the rest alone are rare. */
    @Override
    public int hashCode() {
        return 31 * name.hashCode() + weight;
    }
}
