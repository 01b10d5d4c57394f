package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Reads the IPv4 header of a datagram between a buffer's position and limit. */
final class Ipv4View {
    private Ipv4View() {}

    /** Bytes of the header with its options, or -1 if this is no whole IPv4 header. */
    static int headerLength(ByteBuffer datagram) {
        if (datagram.remaining() < WireFormat.IP_HEADER_LENGTH) {
            return -1;
        }
        int first = datagram.get(datagram.position() + WireFormat.IP_VERSION_IHL) & 0xFF;
        int length = (first & 0x0F) * Integer.BYTES;
        boolean sound = first >>> 4 == 4 && length >= WireFormat.IP_HEADER_LENGTH && length <= datagram.remaining();
        return sound ? length : -1;
    }

    /** Checksum words of source and destination, for a pseudo header. */
    static long addressSum(ByteBuffer datagram) {
        return InternetChecksum.add(
                0,
                datagram,
                datagram.position() + WireFormat.IP_SOURCE,
                WireFormat.IP_HEADER_LENGTH - WireFormat.IP_SOURCE);
    }

    /** The source address. */
    static InetAddress source(ByteBuffer datagram) {
        byte[] address = new byte[Family.IPV4.addressLength()];
        datagram.get(datagram.position() + WireFormat.IP_SOURCE, address);
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are no IPv4 address", e);
        }
    }
}
