package org.lvsdirector.netlink;

import java.nio.ByteBuffer;

/**
 * A received message, seen in the connection's buffer: valid only during the call that hands it over. Offsets count from the start of
 * the payload, behind {@code struct nlmsghdr}.
 */
public final class NetlinkMessage {
    private static final int TYPE_OFFSET = 4;
    private static final int FLAGS_OFFSET = 6;
    private static final int SEQUENCE_OFFSET = 8;
    private static final int BYTE_MASK = 0xFF;

    private final ByteBuffer bytes;
    private final AttributeReader attributes;
    private int start;
    private int end;
    private int next;

    /** @param bytes the receive buffer, in the host's byte order; {@link #begin} is called after each datagram */
    NetlinkMessage(ByteBuffer bytes) {
        this.bytes = bytes;
        this.attributes = new AttributeReader(bytes);
    }

    /** Starts over at the first message of a datagram that fills the buffer from 0 to its position. */
    void begin() {
        next = 0;
    }

    /** Moves to the next message of the datagram; false if there is none. */
    boolean next() {
        int left = bytes.position() - next;
        if (left <= 0) {
            return false;
        }
        if (left < NetlinkConstants.NLMSG_HDRLEN) {
            throw NetlinkException.malformed(left + " bytes left where a message's header should be");
        }
        start = next;
        int length = bytes.getInt(start);
        if (length < NetlinkConstants.NLMSG_HDRLEN || length > left) {
            throw NetlinkException.malformed("a message says it has " + length + " bytes of " + left);
        }
        end = start + length;
        next = start + NetlinkConstants.align(length);
        return true;
    }

    /** {@code nlmsg_type}. */
    public int type() {
        return Short.toUnsignedInt(bytes.getShort(start + TYPE_OFFSET));
    }

    /** {@code nlmsg_flags}. */
    public int flags() {
        return Short.toUnsignedInt(bytes.getShort(start + FLAGS_OFFSET));
    }

    /** {@code nlmsg_seq}: that of the request; 0 in most events. */
    public int sequence() {
        return bytes.getInt(start + SEQUENCE_OFFSET);
    }

    /** Length of the payload in bytes. */
    public int length() {
        return end - start - NetlinkConstants.NLMSG_HDRLEN;
    }

    /** One byte of the family's header. */
    public int u8(int offset) {
        return bytes.get(at(offset, Byte.BYTES)) & BYTE_MASK;
    }

    /** Two bytes of the family's header, in the host's order. */
    public int u16(int offset) {
        return Short.toUnsignedInt(bytes.getShort(at(offset, Short.BYTES)));
    }

    /** Four bytes of the family's header, in the host's order, signed. */
    public int s32(int offset) {
        return bytes.getInt(at(offset, Integer.BYTES));
    }

    /** Four bytes of the family's header, in the host's order, unsigned. */
    public long u32(int offset) {
        return Integer.toUnsignedLong(s32(offset));
    }

    /**
     * The attributes behind the family's header; the same reader each time.
     *
     * @param headerLength length of the family's header, which is padded to a multiple of four
     */
    public AttributeReader attributes(int headerLength) {
        int aligned = NetlinkConstants.align(headerLength);
        if (aligned > length()) {
            throw NetlinkException.malformed(
                    "message type " + type() + " has " + length() + " bytes, its header " + headerLength);
        }
        return attributes.over(start + NetlinkConstants.NLMSG_HDRLEN + aligned, end);
    }

    private int at(int offset, int width) {
        if (offset < 0 || offset + width > length()) {
            throw NetlinkException.malformed(
                    "message type " + type() + " has " + length() + " bytes, none at " + offset + "+" + width);
        }
        return start + NetlinkConstants.NLMSG_HDRLEN + offset;
    }
}
