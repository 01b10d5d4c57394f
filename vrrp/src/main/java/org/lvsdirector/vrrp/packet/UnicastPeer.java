package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;

/**
 * A router that an instance tells of itself by unicast.
 *
 * @param minTtl least TTL or hop limit with which its advertisements may arrive, 0 to 255; looked at with {@link Unicast#checkSource}
 * @param maxTtl the most
 */
public record UnicastPeer(InetAddress address, int minTtl, int maxTtl) {

    /** A peer at any distance. */
    public static UnicastPeer of(InetAddress address) {
        return new UnicastPeer(address, 0, WireFormat.TTL);
    }

    /** Whether a packet that arrives with this TTL has come as far as it should. */
    boolean reachesWith(int ttl) {
        return ttl >= minTtl && ttl <= maxTtl;
    }
}
