package org.lvsdirector.config;

import java.net.InetAddress;
import java.util.List;

/**
 * {@code unicast_peer} and the words about it.
 *
 * @param peers at least one
 * @param ttl to send with
 * @param checkSource heed adverts of peers alone
 */
public record UnicastConfig(List<Peer> peers, int ttl, boolean checkSource) {
    public UnicastConfig {
        peers = List.copyOf(peers);
    }

    /**
     * A line of {@code unicast_peer}.
     *
     * @param minTtl least TTL or hop limit of adverts that are heeded
     * @param maxTtl the most
     */
    public record Peer(InetAddress address, int minTtl, int maxTtl) {}
}
