package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** The IPv6 header (RFC 8200). Extension headers do not come here: the kernel takes them off. */
final class Ipv6Header extends IpHeader {
    static final Ipv6Header INSTANCE = new Ipv6Header();

    private static final int PAYLOAD_LENGTH = 4;
    private static final int HOP_LIMIT = 7;
    private static final int SOURCE = 8;
    private static final int LENGTH = 40;

    private Ipv6Header() {
        super(Family.IPV6, SOURCE);
    }

    @Override
    int length(ByteBuffer datagram) {
        boolean sound = datagram.remaining() >= LENGTH && (datagram.get(datagram.position()) & 0xF0) >>> 4 == 6;
        return sound ? LENGTH : -1;
    }

    @Override
    int totalLength(ByteBuffer datagram) {
        return LENGTH + (datagram.getShort(datagram.position() + PAYLOAD_LENGTH) & 0xFFFF);
    }

    @Override
    int ttl(ByteBuffer datagram) {
        return datagram.get(datagram.position() + HOP_LIMIT) & 0xFF;
    }

    /** The traffic class is that of IPv4. */
    @Override
    byte[] make(int protocol, int ttl, int payloadLength, InetAddress source, InetAddress destination) {
        return ByteBuffer.allocate(LENGTH)
                .putInt(6 << 28 | WireFormat.IP_TOS << 20) // version, traffic class, flow label
                .putShort((short) payloadLength)
                .put((byte) protocol)
                .put((byte) ttl)
                .put(source.getAddress())
                .put(destination.getAddress())
                .array();
    }

    @Override
    void complete(ByteBuffer datagram, int start, int identification) {
        // IPv6 has neither identification nor checksum.
    }
}
