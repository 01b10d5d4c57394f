package org.lvsdirector.netlink.route;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * One way that a route leads ({@code struct rtnexthop}, or the route's own attributes where it has but one).
 *
 * @param gateway {@code RTA_GATEWAY}, or {@code RTA_VIA} where its family is not the route's; null if the destination is on the link
 * @param linkIndex {@code RTA_OIF}; 0 to let the kernel find it
 * @param onLink {@code RTNH_F_ONLINK}: the gateway counts as a neighbour though no route says so
 * @param weight share of the traffic, 1 to 256; only where a route has several ways
 * @param realms {@code RTA_FLOW}: source realm in the upper 16 bits; 0 for none
 * @param encapsulation {@code RTA_ENCAP}; null for none
 * @param newDestination {@code RTA_NEWDST}; null for none
 */
public record NextHop(
        @Nullable InetAddress gateway,
        int linkIndex,
        boolean onLink,
        int weight,
        long realms,
        @Nullable Encapsulation encapsulation,
        @Nullable InetAddress newDestination) {
    /** The heaviest weight. */
    public static final int HEAVIEST = 256;

    public NextHop {
        if (weight < 1 || weight > HEAVIEST) {
            throw new IllegalArgumentException("weight " + weight + " is not 1 to " + HEAVIEST);
        }
    }

    /** One on which packets stay as they are. */
    public NextHop(@Nullable InetAddress gateway, int linkIndex, boolean onLink, int weight, long realms) {
        this(gateway, linkIndex, onLink, weight, realms, null, null);
    }

    /** A plain way out of a link, through a gateway or not. */
    public static NextHop of(@Nullable InetAddress gateway, int linkIndex) {
        return new NextHop(gateway, linkIndex, false, 1, 0);
    }
}
