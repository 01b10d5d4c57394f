package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/** The IPv4 header (RFC 791). */
final class Ipv4Header extends IpHeader {
    static final Ipv4Header INSTANCE = new Ipv4Header();

    private Ipv4Header() {
        super(Family.IPV4, WireFormat.IP_SOURCE);
    }

    @Override
    int length(ByteBuffer datagram) {
        if (datagram.remaining() < WireFormat.IP_HEADER_LENGTH) {
            return -1;
        }
        int first = datagram.get(datagram.position() + WireFormat.IP_VERSION_IHL) & 0xFF;
        int length = (first & 0x0F) * Integer.BYTES;
        boolean sound = first >>> 4 == 4 && length >= WireFormat.IP_HEADER_LENGTH && length <= datagram.remaining();
        return sound ? length : -1;
    }

    @Override
    int totalLength(ByteBuffer datagram) {
        return datagram.getShort(datagram.position() + WireFormat.IP_TOTAL_LENGTH) & 0xFFFF;
    }

    @Override
    int ttl(ByteBuffer datagram) {
        return datagram.get(datagram.position() + WireFormat.IP_TTL) & 0xFF;
    }

    /** Precedence 0xc0 and no "don't fragment", as keepalived has it. */
    @Override
    byte[] make(int protocol, int ttl, int payloadLength, InetAddress source, InetAddress destination) {
        int headerWords = WireFormat.IP_HEADER_LENGTH / Integer.BYTES;
        return ByteBuffer.allocate(WireFormat.IP_HEADER_LENGTH)
                .put((byte) (4 << 4 | headerWords))
                .put((byte) WireFormat.IP_TOS)
                .putShort((short) (WireFormat.IP_HEADER_LENGTH + payloadLength))
                .putShort((short) 0) // identification
                .putShort((short) 0) // flags and fragment offset
                .put((byte) ttl)
                .put((byte) protocol)
                .putShort((short) 0) // header checksum
                .put(source.getAddress())
                .put(destination.getAddress())
                .array();
    }

    @Override
    void complete(ByteBuffer datagram, int start, int identification) {
        datagram.putShort(start + WireFormat.IP_IDENTIFICATION, (short) identification);
        int sum = InternetChecksum.fold(InternetChecksum.add(0, datagram, start, WireFormat.IP_HEADER_LENGTH));
        datagram.putShort(start + WireFormat.IP_CHECKSUM, (short) sum);
    }
}
