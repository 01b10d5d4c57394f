package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Remark;
import org.lvsdirector.vrrp.packet.Received.Valid;

/**
 * The receiving side of one instance: decides whether a datagram is an advertisement that the instance must heed, checking in keepalived's
 * order. It never throws. A master repeats itself, so the last answer is kept: the same advertisement again allocates nothing. For one
 * thread.
 */
public final class AdvertisementFilter {
    private final MessageCheck check;
    private final ArrivalCheck arrival;
    private final IpHeader ip;
    private final @Nullable AuthenticationHeader authentication;
    private final @Nullable AuthenticationTrailer trailer;
    private @Nullable Valid last;
    /** Source of {@link #last}. */
    private byte[] lastSource = {};

    private AdvertisementFilter(
            Advertisement expected,
            Delivery delivery,
            @Nullable AuthenticationHeader authentication,
            @Nullable AuthenticationTrailer trailer) {
        this.check = new MessageCheck(expected, delivery);
        this.arrival = new ArrivalCheck(delivery);
        this.ip = IpHeader.of(delivery.family());
        this.authentication = authentication;
        this.trailer = trailer;
    }

    /**
     * A filter for datagrams like {@code expected}; its priority does not matter.
     *
     * @param expected the instance's own advertisement
     * @param authentication the one that also signs what the instance sends, or null
     * @param trailer the same, by the other way to sign
     */
    public static AdvertisementFilter of(
            Advertisement expected,
            Delivery delivery,
            @Nullable AuthenticationHeader authentication,
            @Nullable AuthenticationTrailer trailer) {
        return new AdvertisementFilter(expected, delivery, authentication, trailer);
    }

    /** A filter for datagrams without a trailer. */
    public static AdvertisementFilter of(
            Advertisement expected, Delivery delivery, @Nullable AuthenticationHeader authentication) {
        return of(expected, delivery, authentication, null);
    }

    /**
     * The virtual router id of a datagram, to find the instance (and so the filter) by.
     *
     * @param datagram from the IP header, between position and limit; left as it is
     * @param authenticated whether an authentication header is between
     * @return the id, or -1 if the datagram is too short to have one
     */
    public static int peekVrid(ByteBuffer datagram, Family family, boolean authenticated) {
        int header = headerLength(datagram, IpHeader.of(family), authenticated);
        return header < 0 ? -1 : datagram.get(datagram.position() + header + WireFormat.VRID) & 0xFF;
    }

    /** Bytes in front of the message, or -1 if there is not the least of a message behind them. */
    private static int headerLength(ByteBuffer datagram, IpHeader ip, boolean authenticated) {
        int length = ip.length(datagram);
        int whole = length + (authenticated ? AuthenticationHeader.LENGTH : 0);
        return length < 0 || datagram.remaining() < whole + WireFormat.HEADER_LENGTH ? -1 : whole;
    }

    /**
     * Checks a datagram as a raw IPv4 socket delivers it, or with the padding that Ethernet adds; over IPv6 with a header like that in
     * front.
     *
     * @param datagram from the IP header, between position and limit; left as it is
     */
    public Received check(ByteBuffer datagram) {
        int header = headerLength(datagram, ip, authentication != null);
        if (header < 0) {
            int least = WireFormat.IP_HEADER_LENGTH + WireFormat.HEADER_LENGTH;
            return new Rejected(Rejection.LENGTH, datagram.remaining(), least);
        }
        Rejected rejected = judge(datagram, header);
        return rejected != null ? rejected : valid(datagram, datagram.position() + header);
    }

    private @Nullable Rejected judge(ByteBuffer datagram, int header) {
        int message = datagram.position() + header;
        int trailer = trailerLength(datagram, header);
        Rejected rejected = check.envelope(datagram, message, datagram.remaining() - header, ip.ttl(datagram));
        if (rejected == null) {
            rejected = signed(datagram, message, trailer);
        }
        if (rejected == null) {
            rejected = check.authentication(datagram, message);
        }
        if (rejected == null) {
            rejected = authentic(datagram, header);
        }
        if (rejected == null) {
            rejected = check.content(datagram, message);
        }
        if (rejected == null) {
            rejected = totalLength(datagram, header, trailer);
        }
        if (rejected == null) {
            rejected = check.checksum(datagram, message, trailer, ip.addressSum(datagram), ip.sourceSum(datagram));
        }
        return rejected == null ? arrival.check(datagram) : rejected;
    }

    /** The length alone tells a trailer: no padding is as long. */
    private int trailerLength(ByteBuffer datagram, int header) {
        int behind = datagram.remaining() - header - check.messageLength(datagram, datagram.position() + header);
        return trailer != null && behind == AuthenticationTrailer.LENGTH ? behind : 0;
    }

    private @Nullable Rejected signed(ByteBuffer datagram, int message, int trailerLength) {
        if (trailer == null) {
            return null;
        }
        return trailerLength == 0
                ? trailer.judgeUnsigned()
                : trailer.verify(datagram, message, check.messageLength(datagram, message));
    }

    /** Whether a peer was heard to use keepalived's old checksum over unicast, so that it expects the same of us. */
    public boolean heardOldUnicastChecksum() {
        return check.heardOldUnicastChecksum();
    }

    private @Nullable Rejected authentic(ByteBuffer datagram, int header) {
        if (authentication == null) {
            return null;
        }
        int length = header + check.messageLength(datagram, datagram.position() + header);
        return authentication.verify(datagram, header - AuthenticationHeader.LENGTH, length);
    }

    private @Nullable Rejected totalLength(ByteBuffer datagram, int header, int trailerLength) {
        int total = ip.totalLength(datagram);
        int needed = header + check.messageLength(datagram, datagram.position() + header) + trailerLength;
        boolean padded = datagram.remaining() > total && datagram.remaining() <= WireFormat.ETHERNET_MIN_PAYLOAD;
        if (total != datagram.remaining() && !padded) {
            return new Rejected(Rejection.IP_LENGTH, total, datagram.remaining());
        }
        return total == needed ? null : new Rejected(Rejection.LENGTH, total, needed);
    }

    private Valid valid(ByteBuffer datagram, int message) {
        Valid before = last;
        Remark remark = trailer == null ? null : trailer.remark();
        if (before != null && ip.comesFrom(lastSource, datagram) && check.repeats(before, datagram, message, remark)) {
            return before;
        }
        Valid valid = check.decode(datagram, message, ip.source(datagram), remark);
        last = valid;
        lastSource = valid.source().getAddress();
        return valid;
    }
}
