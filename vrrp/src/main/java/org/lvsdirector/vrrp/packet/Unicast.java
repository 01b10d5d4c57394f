package org.lvsdirector.vrrp.packet;

import java.util.List;

/**
 * Advertisements to single routers instead of a multicast group, as keepalived has it and no RFC; for networks that carry no multicast.
 *
 * @param ttl TTL or hop limit to send with, 0 to 255
 * @param checkSource whether to heed the peers alone, and only within their bounds for the TTL
 */
public record Unicast(List<UnicastPeer> peers, int ttl, boolean checkSource) {
    public Unicast {
        peers = List.copyOf(peers);
    }
}
