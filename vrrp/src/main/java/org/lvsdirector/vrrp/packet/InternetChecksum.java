package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * The Internet checksum (RFC 1071) over parts of a big-endian buffer. A running sum is a plain {@code long}; {@link #fold} ends it. The
 * sum over data that contains its own correct checksum folds to 0.
 */
final class InternetChecksum {
    private static final int WORD_BITS = 16;
    private static final int WORD_MASK = 0xFFFF;

    private InternetChecksum() {}

    /** Adds {@code length} bytes from absolute offset {@code from}; an odd last byte counts as the high half of a word. */
    static long add(long sum, ByteBuffer data, int from, int length) {
        long total = sum;
        int end = from + length;
        int at = from;
        for (; at + 1 < end; at += Short.BYTES) {
            total += ((data.get(at) & 0xFF) << Byte.SIZE) | (data.get(at + 1) & 0xFF);
        }
        return at < end ? total + ((data.get(at) & 0xFF) << Byte.SIZE) : total;
    }

    /**
     * Sum of the pseudo header that VRRP version 3 covers (RFC 9568, section 5.2.8).
     *
     * @param length bytes of the VRRP message
     */
    static long pseudoHeader(InetAddress source, InetAddress destination, int length) {
        long sum = add(0, ByteBuffer.wrap(source.getAddress()), 0, source.getAddress().length);
        sum = add(sum, ByteBuffer.wrap(destination.getAddress()), 0, destination.getAddress().length);
        return sum + WireFormat.IP_PROTOCOL_VRRP + length;
    }

    /** The one's complement of the one's complement sum, as the checksum field holds it. */
    static int fold(long sum) {
        long folded = sum;
        while (folded > WORD_MASK) {
            folded = (folded & WORD_MASK) + (folded >>> WORD_BITS);
        }
        return (int) ~folded & WORD_MASK;
    }
}
