package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The sending side of one instance towards one destination: its advertisement encoded once, so that sending needs only the priority, the IP
 * identification, the checksums and, with an authentication header, the digest. {@link #write} allocates nothing.
 */
public final class AdvertisementTemplate {
    private final byte[] bytes;
    private final IpHeader ip;
    private final @Nullable AuthenticationHeader authentication;
    private final @Nullable AuthenticationTrailer trailer;
    private final byte[] source;
    private final int messageLength;
    private final int summedLength;
    private final long pseudoHeaderSum;

    private AdvertisementTemplate(
            byte[] bytes,
            IpHeader ip,
            @Nullable AuthenticationHeader authentication,
            @Nullable AuthenticationTrailer trailer,
            byte[] source,
            int messageLength,
            int summedLength,
            long pseudoHeaderSum) {
        this.bytes = bytes;
        this.ip = ip;
        this.authentication = authentication;
        this.trailer = trailer;
        this.source = source;
        this.messageLength = messageLength;
        this.summedLength = summedLength;
        this.pseudoHeaderSum = pseudoHeaderSum;
    }

    /**
     * A template for whole datagrams with their own IP header: traffic class 0xc0, TTL or hop limit 255 unless the delivery says
     * otherwise.
     *
     * @param advertisement what to say; its priority is replaced at each {@link #write}
     * @param source over IPv6 the link-local address of the sending interface
     * @param destination one of the delivery's
     * @param authentication signs each datagram, or null
     * @param trailer the same, by the other way to sign
     */
    public static AdvertisementTemplate of(
            Advertisement advertisement,
            Delivery delivery,
            InetAddress source,
            InetAddress destination,
            @Nullable AuthenticationHeader authentication,
            @Nullable AuthenticationTrailer trailer) {
        byte[] message = AdvertisementEncoder.encode(advertisement, delivery.family());
        byte[] between = authentication == null ? new byte[0] : AuthenticationHeader.make(source.getAddress());
        int protocol = authentication == null ? WireFormat.IP_PROTOCOL_VRRP : WireFormat.IP_PROTOCOL_AH;
        IpHeader ip = IpHeader.of(delivery.family());
        int behind = trailer == null ? 0 : trailer.sentLength();
        int payload = between.length + message.length + behind;
        byte[] header = ip.make(protocol, delivery.ttl(), payload, source, destination);
        byte[] bytes = ByteBuffer.allocate(header.length + payload)
                .put(header)
                .put(between)
                .put(message)
                .array();
        int summed = message.length + (delivery.family() == Family.IPV6 ? behind : 0);
        long sum = pseudoHeaderSum(advertisement.version(), delivery, source, destination, summed);
        return new AdvertisementTemplate(
                bytes,
                ip,
                authentication,
                behind == 0 ? null : trailer,
                source.getAddress(),
                message.length,
                summed,
                sum);
    }

    /** A template of datagrams without a trailer. */
    public static AdvertisementTemplate of(
            Advertisement advertisement,
            Delivery delivery,
            InetAddress source,
            InetAddress destination,
            @Nullable AuthenticationHeader authentication) {
        return of(advertisement, delivery, source, destination, authentication, null);
    }

    /** Bytes that {@link #write} needs. */
    public int length() {
        return bytes.length;
    }

    /**
     * Writes the whole datagram at the buffer's position and moves the position behind it.
     *
     * @param priority 0 to 255
     * @param identification IP identification, 1 to 65535 (keepalived never sends 0), see {@link #nextIdentification}; unused in IPv6
     */
    public void write(int priority, int identification, ByteBuffer out) {
        int start = out.position();
        int end = start + bytes.length;
        int message = end - messageLength - (trailer == null ? 0 : trailer.sentLength());
        out.put(bytes);
        ip.complete(out, start, identification);
        out.put(message + WireFormat.PRIORITY, (byte) priority);
        if (trailer != null) {
            trailer.sign(out, message, messageLength, source);
        }
        int sum = InternetChecksum.fold(InternetChecksum.add(pseudoHeaderSum, out, message, summedLength));
        out.putShort(message + WireFormat.CHECKSUM, (short) sum);
        if (authentication != null) {
            authentication.sign(out, start, end);
        }
    }

    /** The identification to use after {@code identification}: counts up and leaves out 0. */
    public static int nextIdentification(int identification) {
        int next = identification + 1 & 0xFFFF;
        return next == 0 ? 1 : next;
    }

    private static long pseudoHeaderSum(
            VrrpVersion version, Delivery delivery, InetAddress source, InetAddress destination, int length) {
        boolean ipv6 = delivery.family() == Family.IPV6;
        if (version == VrrpVersion.V2 || (!ipv6 && delivery.checksum() == ChecksumForm.MESSAGE_ONLY)) {
            return 0;
        }
        boolean old = delivery.unicast() != null && delivery.checksum() == ChecksumForm.OLD_UNICAST;
        return InternetChecksum.pseudoHeader(source, old ? delivery.group() : destination, length);
    }
}
