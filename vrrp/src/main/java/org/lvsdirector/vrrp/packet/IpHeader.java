package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** The IP header in front of an advertisement. It starts at a buffer's position, which stays where it is. */
abstract sealed class IpHeader permits Ipv4Header, Ipv6Header {
    private static final int IPV4_MULTICAST_PREFIX = 0xE0;
    private static final int IPV4_MULTICAST_MASK = 0xF0;
    private static final int IPV6_MULTICAST_PREFIX = 0xFF;

    private final Family family;
    /** Offset of the source address; the destination follows it. */
    private final int sourceOffset;

    IpHeader(Family family, int sourceOffset) {
        this.family = family;
        this.sourceOffset = sourceOffset;
    }

    static IpHeader of(Family family) {
        return family == Family.IPV4 ? Ipv4Header.INSTANCE : Ipv6Header.INSTANCE;
    }

    /** Bytes of the header, or -1 if this is no whole header of the family. */
    abstract int length(ByteBuffer datagram);

    /** Bytes of the whole datagram, as the header has it. */
    abstract int totalLength(ByteBuffer datagram);

    /** TTL or hop limit. */
    abstract int ttl(ByteBuffer datagram);

    /**
     * A header to send.
     *
     * @param payloadLength bytes that follow it
     */
    abstract byte[] make(int protocol, int ttl, int payloadLength, InetAddress source, InetAddress destination);

    /** Fills in what differs from packet to packet, in a header at an absolute offset. */
    abstract void complete(ByteBuffer datagram, int start, int identification);

    /** Whether the destination is a multicast group. */
    final boolean toGroup(ByteBuffer datagram) {
        int first = datagram.get(datagram.position() + sourceOffset + family.addressLength()) & 0xFF;
        return family == Family.IPV4
                ? (first & IPV4_MULTICAST_MASK) == IPV4_MULTICAST_PREFIX
                : first == IPV6_MULTICAST_PREFIX;
    }

    /** Checksum words of source and destination, for a pseudo header. */
    final long addressSum(ByteBuffer datagram) {
        return InternetChecksum.add(0, datagram, datagram.position() + sourceOffset, 2 * family.addressLength());
    }

    /** Checksum words of the source alone. */
    final long sourceSum(ByteBuffer datagram) {
        return InternetChecksum.add(0, datagram, datagram.position() + sourceOffset, family.addressLength());
    }

    /** Whether the source address is this one. */
    final boolean comesFrom(byte[] address, ByteBuffer datagram) {
        int start = datagram.position() + sourceOffset;
        for (int i = 0; i < address.length; i++) {
            if (address[i] != datagram.get(start + i)) {
                return false;
            }
        }
        return address.length == family.addressLength();
    }

    /** Copies the source address to an offset of {@code into}. */
    final void copySource(ByteBuffer datagram, byte[] into, int at) {
        datagram.get(datagram.position() + sourceOffset, into, at, family.addressLength());
    }

    final InetAddress source(ByteBuffer datagram) {
        byte[] address = new byte[family.addressLength()];
        datagram.get(datagram.position() + sourceOffset, address);
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address.length + " bytes are no address", e);
        }
    }
}
