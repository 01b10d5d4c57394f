package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Valid;

/**
 * The receiving side of one instance: decides whether a packet is an advertisement that the instance must heed, checking in keepalived's
 * order. It never throws. A master repeats itself, so the last answer is kept: the same advertisement again allocates nothing. For one
 * thread.
 */
public final class AdvertisementFilter {
    private final MessageCheck check;
    private @Nullable Valid last;
    /** IPv4 source of {@link #last}. */
    private int lastSource;

    private AdvertisementFilter(MessageCheck check) {
        this.check = check;
    }

    /**
     * A filter for packets like {@code expected} over IPv4; its priority does not matter.
     *
     * @param expected the instance's own advertisement
     */
    public static AdvertisementFilter of(Advertisement expected) {
        return of(expected, Family.IPV4);
    }

    /** The same over either family. */
    public static AdvertisementFilter of(Advertisement expected, Family family) {
        return new AdvertisementFilter(new MessageCheck(expected, family));
    }

    /**
     * The virtual router id of a datagram, to find the instance (and so the filter) by.
     *
     * @param datagram from the IPv4 header, between position and limit; left as it is
     * @return the id, or -1 if the datagram is too short to have one
     */
    public static int peekVridIpv4(ByteBuffer datagram) {
        int header = Ipv4View.headerLength(datagram);
        return header < 0 || datagram.remaining() < header + WireFormat.HEADER_LENGTH
                ? -1
                : datagram.get(datagram.position() + header + WireFormat.VRID) & 0xFF;
    }

    /**
     * The virtual router id of an IPv6 payload.
     *
     * @return the id, or -1 if the payload is too short to have one
     */
    public static int peekVridIpv6(ByteBuffer payload) {
        return payload.remaining() < WireFormat.HEADER_LENGTH
                ? -1
                : payload.get(payload.position() + WireFormat.VRID) & 0xFF;
    }

    /**
     * Checks a datagram as a raw IPv4 socket delivers it, or with the padding that Ethernet adds.
     *
     * @param datagram from the IPv4 header, between position and limit; left as it is
     */
    public Received checkIpv4(ByteBuffer datagram) {
        int header = Ipv4View.headerLength(datagram);
        if (header < 0 || datagram.remaining() < header + WireFormat.HEADER_LENGTH) {
            int least = WireFormat.IP_HEADER_LENGTH + WireFormat.HEADER_LENGTH;
            return new Rejected(Rejection.LENGTH, datagram.remaining(), least);
        }
        int start = datagram.position();
        int message = start + header;
        int ttl = datagram.get(start + WireFormat.IP_TTL) & 0xFF;
        Rejected rejected = check.header(datagram, message, datagram.remaining() - header, ttl);
        if (rejected == null) {
            rejected = totalLength(datagram, header);
        }
        if (rejected == null) {
            rejected = check.checksum(datagram, message, Ipv4View.addressSum(datagram) + WireFormat.IP_PROTOCOL_VRRP);
        }
        return rejected != null ? rejected : validIpv4(datagram, message);
    }

    /**
     * Checks the payload of an IPv6 datagram.
     *
     * @param payload from the VRRP header, between position and limit; left as it is
     */
    public Received checkIpv6(ByteBuffer payload, InetAddress source, InetAddress destination, int hopLimit) {
        if (payload.remaining() < WireFormat.HEADER_LENGTH) {
            return new Rejected(Rejection.LENGTH, payload.remaining(), WireFormat.HEADER_LENGTH);
        }
        int message = payload.position();
        Rejected rejected = check.header(payload, message, payload.remaining(), hopLimit);
        if (rejected == null) {
            rejected = check.checksum(payload, message, InternetChecksum.pseudoHeader(source, destination, 0));
        }
        return rejected != null ? rejected : check.decode(payload, message, source);
    }

    private @Nullable Rejected totalLength(ByteBuffer datagram, int header) {
        int total = datagram.getShort(datagram.position() + WireFormat.IP_TOTAL_LENGTH) & 0xFFFF;
        int needed = header + check.messageLength(datagram, datagram.position() + header);
        boolean padded = datagram.remaining() > total && datagram.remaining() <= WireFormat.ETHERNET_MIN_PAYLOAD;
        if (total != datagram.remaining() && !padded) {
            return new Rejected(Rejection.IP_LENGTH, total, datagram.remaining());
        }
        return total == needed ? null : new Rejected(Rejection.LENGTH, total, needed);
    }

    private Valid validIpv4(ByteBuffer datagram, int message) {
        int source = datagram.getInt(datagram.position() + WireFormat.IP_SOURCE);
        Valid before = last;
        if (before != null && lastSource == source && check.repeats(before, datagram, message)) {
            return before;
        }
        Valid valid = check.decode(datagram, message, Ipv4View.source(datagram));
        last = valid;
        lastSource = source;
        return valid;
    }
}
