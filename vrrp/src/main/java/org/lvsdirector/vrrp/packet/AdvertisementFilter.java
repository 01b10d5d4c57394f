package org.lvsdirector.vrrp.packet;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Received.Rejected;
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
    private @Nullable Valid last;
    /** Source of {@link #last}. */
    private byte[] lastSource = {};

    private AdvertisementFilter(
            Advertisement expected, Delivery delivery, @Nullable AuthenticationHeader authentication) {
        this.check = new MessageCheck(expected, delivery);
        this.arrival = new ArrivalCheck(delivery);
        this.ip = IpHeader.of(delivery.family());
        this.authentication = authentication;
    }

    /**
     * A filter for datagrams like {@code expected}; its priority does not matter.
     *
     * @param expected the instance's own advertisement
     * @param authentication the one that also signs what the instance sends, or null
     */
    public static AdvertisementFilter of(
            Advertisement expected, Delivery delivery, @Nullable AuthenticationHeader authentication) {
        return new AdvertisementFilter(expected, delivery, authentication);
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
        int message = datagram.position() + header;
        Rejected rejected = check.header(datagram, message, datagram.remaining() - header, ip.ttl(datagram));
        if (rejected == null) {
            rejected = authentic(datagram, header);
        }
        if (rejected == null) {
            rejected = totalLength(datagram, header);
        }
        if (rejected == null) {
            rejected = check.checksum(datagram, message, ip.addressSum(datagram), ip.sourceSum(datagram));
        }
        if (rejected == null) {
            rejected = arrival.check(datagram);
        }
        return rejected != null ? rejected : valid(datagram, message);
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

    private @Nullable Rejected totalLength(ByteBuffer datagram, int header) {
        int total = ip.totalLength(datagram);
        int needed = header + check.messageLength(datagram, datagram.position() + header);
        boolean padded = datagram.remaining() > total && datagram.remaining() <= WireFormat.ETHERNET_MIN_PAYLOAD;
        if (total != datagram.remaining() && !padded) {
            return new Rejected(Rejection.IP_LENGTH, total, datagram.remaining());
        }
        return total == needed ? null : new Rejected(Rejection.LENGTH, total, needed);
    }

    private Valid valid(ByteBuffer datagram, int message) {
        Valid before = last;
        if (before != null && ip.comesFrom(lastSource, datagram) && check.repeats(before, datagram, message)) {
            return before;
        }
        Valid valid = check.decode(datagram, message, ip.source(datagram));
        last = valid;
        lastSource = valid.source().getAddress();
        return valid;
    }
}
