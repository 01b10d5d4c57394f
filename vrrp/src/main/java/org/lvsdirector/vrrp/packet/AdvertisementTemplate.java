package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * The sending side of one instance: its advertisement encoded once, so that sending needs only the priority, the IP identification and
 * the checksums. Immutable; {@link #write} allocates nothing.
 */
public final class AdvertisementTemplate {
    private final byte[] bytes;
    /** Bytes of IP header in front: 0 when the kernel makes it. */
    private final int ipHeaderLength;

    private final long pseudoHeaderSum;

    private AdvertisementTemplate(byte[] ipHeader, byte[] message, long pseudoHeaderSum) {
        this.bytes = ByteBuffer.allocate(ipHeader.length + message.length)
                .put(ipHeader)
                .put(message)
                .array();
        this.ipHeaderLength = ipHeader.length;
        this.pseudoHeaderSum = pseudoHeaderSum;
    }

    /**
     * A template for an IPv4 datagram with its own IP header: tos 0xc0, TTL 255, no "don't fragment", protocol 112.
     *
     * @param advertisement what to say; its priority is replaced at each {@link #write}
     * @param source address of the sending interface, or {@code mcast_src_ip}
     * @param destination multicast group
     */
    public static AdvertisementTemplate ipv4(Advertisement advertisement, InetAddress source, InetAddress destination) {
        byte[] message = AdvertisementEncoder.encode(advertisement, Family.IPV4);
        return new AdvertisementTemplate(
                ipv4Header(message.length, source, destination),
                message,
                pseudoHeaderSum(advertisement, source, destination, message.length));
    }

    /**
     * A template for the payload of an IPv6 datagram, whose header the kernel makes.
     *
     * @param source link-local address of the sending interface
     */
    public static AdvertisementTemplate ipv6(Advertisement advertisement, InetAddress source, InetAddress destination) {
        byte[] message = AdvertisementEncoder.encode(advertisement, Family.IPV6);
        return new AdvertisementTemplate(
                new byte[0], message, InternetChecksum.pseudoHeader(source, destination, message.length));
    }

    /** Bytes that {@link #write} needs. */
    public int length() {
        return bytes.length;
    }

    /**
     * Writes the whole datagram (IPv4) or payload (IPv6) at the buffer's position and moves the position behind it.
     *
     * @param priority 0 to 255
     * @param identification IP identification, 1 to 65535 (keepalived never sends 0), see {@link #nextIdentification}; unused in IPv6
     */
    public void write(int priority, int identification, ByteBuffer out) {
        int start = out.position();
        int message = start + ipHeaderLength;
        out.put(bytes);
        if (ipHeaderLength > 0) {
            out.putShort(start + WireFormat.IP_IDENTIFICATION, (short) identification);
            int sum = InternetChecksum.fold(InternetChecksum.add(0, out, start, ipHeaderLength));
            out.putShort(start + WireFormat.IP_CHECKSUM, (short) sum);
        }
        out.put(message + WireFormat.PRIORITY, (byte) priority);
        int sum = InternetChecksum.fold(
                InternetChecksum.add(pseudoHeaderSum, out, message, bytes.length - ipHeaderLength));
        out.putShort(message + WireFormat.CHECKSUM, (short) sum);
    }

    /** The identification to use after {@code identification}: counts up and leaves out 0. */
    public static int nextIdentification(int identification) {
        int next = identification + 1 & 0xFFFF;
        return next == 0 ? 1 : next;
    }

    private static long pseudoHeaderSum(
            Advertisement advertisement, InetAddress source, InetAddress destination, int length) {
        return advertisement.version() == VrrpVersion.V3
                ? InternetChecksum.pseudoHeader(source, destination, length)
                : 0;
    }

    private static byte[] ipv4Header(int messageLength, InetAddress source, InetAddress destination) {
        int headerWords = WireFormat.IP_HEADER_LENGTH / Integer.BYTES;
        return ByteBuffer.allocate(WireFormat.IP_HEADER_LENGTH)
                .put((byte) (4 << 4 | headerWords))
                .put((byte) WireFormat.IP_TOS)
                .putShort((short) (WireFormat.IP_HEADER_LENGTH + messageLength))
                .putShort((short) 0) // identification
                .putShort((short) 0) // flags and fragment offset
                .put((byte) WireFormat.TTL)
                .put((byte) WireFormat.IP_PROTOCOL_VRRP)
                .putShort((short) 0) // header checksum
                .put(source.getAddress())
                .put(destination.getAddress())
                .array();
    }
}
