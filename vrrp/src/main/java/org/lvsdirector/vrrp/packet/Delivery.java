package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the advertisements of an instance travel.
 *
 * @param group multicast group; not used with {@code unicast}, but for the old checksum
 * @param unicast null for multicast
 */
public record Delivery(
        Family family, InetAddress group, @Nullable Unicast unicast, ChecksumForm checksum) {

    /** To the group that the RFC assigns. */
    public static Delivery multicast(Family family) {
        return new Delivery(family, family.defaultGroup(), null, ChecksumForm.PSEUDO_HEADER);
    }

    /** The same to single routers. */
    public Delivery withUnicast(Unicast peers) {
        return new Delivery(family, group, peers, checksum);
    }

    /** The same with another checksum. */
    public Delivery withChecksum(ChecksumForm form) {
        return new Delivery(family, group, unicast, form);
    }

    /** Where each advertisement goes. */
    public List<InetAddress> destinations() {
        return unicast == null
                ? List.of(group)
                : unicast.peers().stream().map(UnicastPeer::address).toList();
    }

    /** TTL or hop limit to send with; multicast has 255, so that nothing from behind a router is heeded. */
    int ttl() {
        return unicast == null ? WireFormat.TTL : unicast.ttl();
    }
}
