package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * One way that a route leads.
 *
 * @param gateway null if the destination is on the interface's link
 * @param interfaceName null to let the kernel find it
 * @param onLink the gateway counts as a neighbour though no route says so
 * @param weight share of the traffic, 1 to 256
 * @param realms source realm in the upper 16 bits; 0 for none
 * @param encapsulation null for none
 * @param newDestination what the destination becomes; null for what it is
 */
public record RouteWay(
        @Nullable InetAddress gateway,
        @Nullable String interfaceName,
        boolean onLink,
        int weight,
        long realms,
        @Nullable Encapsulation encapsulation,
        @Nullable InetAddress newDestination) {

    /** One on which packets stay as they are. */
    public RouteWay(
            @Nullable InetAddress gateway, @Nullable String interfaceName, boolean onLink, int weight, long realms) {
        this(gateway, interfaceName, onLink, weight, realms, null, null);
    }
}
