package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Rejected;

/** Where a packet comes from and goes to, against how the instance's advertisements travel. */
final class ArrivalCheck {
    private final IpHeader ip;
    private final boolean expectsGroup;
    /** Empty if any source will do. */
    private final List<UnicastPeer> peers;
    /** Addresses of the peers as they are on the wire. */
    private final List<byte[]> sources;

    ArrivalCheck(Delivery delivery) {
        Unicast unicast = delivery.unicast();
        this.ip = IpHeader.of(delivery.family());
        this.expectsGroup = unicast == null;
        this.peers = unicast != null && unicast.checkSource() ? unicast.peers() : List.of();
        this.sources = peers.stream().map(peer -> peer.address().getAddress()).toList();
    }

    @Nullable
    Rejected check(ByteBuffer datagram) {
        if (ip.toGroup(datagram) != expectsGroup) {
            return Rejected.because(Rejection.DESTINATION);
        }
        if (peers.isEmpty()) {
            return null;
        }
        for (int i = 0; i < peers.size(); i++) { // no iterator on the hot path
            if (ip.comesFrom(sources.get(i), datagram)) {
                UnicastPeer peer = peers.get(i);
                int ttl = ip.ttl(datagram);
                return peer.reachesWith(ttl) ? null : new Rejected(Rejection.UNICAST_TTL, ttl, peer.minTtl());
            }
        }
        return Rejected.because(Rejection.UNICAST_SOURCE);
    }
}
