package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over attributes ({@code struct nlattr}):
 *
 * <pre>{@code
 * while (in.next()) {
 *     switch (in.type()) {
 *         case WEIGHT -> weight = in.u32();
 *         case STATS -> {
 *             in.enter();
 *             while (in.next()) { ... }
 *             in.leave();
 *         }
 *         default -> {} // a newer kernel's attribute
 *     }
 * }
 * }</pre>
 *
 * Width and byte order are in the getter's name; a getter throws {@link NetlinkException} ({@code EPROTO}) if the attribute has
 * another length. Attributes may come in any order, and those nobody asks for are passed over.
 */
public final class AttributeReader {
    private static final int MAX_DEPTH = 8;
    private static final int TYPE_OFFSET = 2;
    private static final int BYTE_MASK = 0xFF;

    private final ByteBuffer bytes;
    private final int[] outerNext = new int[MAX_DEPTH];
    private final int[] outerEnd = new int[MAX_DEPTH];
    private int depth;
    private int payload;
    private int payloadLength;
    private int type;
    private int next;
    private int end;

    AttributeReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Starts over, at the attributes between two places of the buffer. */
    AttributeReader over(int start, int limit) {
        depth = 0;
        next = start;
        end = limit;
        return this;
    }

    /** Moves to the next attribute of this level; false if there is none. */
    public boolean next() {
        if (next >= end) {
            return false;
        }
        int start = next;
        if (end - start < NetlinkConstants.NLA_HDRLEN) {
            throw NetlinkException.malformed((end - start) + " bytes left where an attribute's header should be");
        }
        int length = bytes.getShort(start) & 0xFFFF;
        type = bytes.getShort(start + TYPE_OFFSET) & NetlinkConstants.NLA_TYPE_MASK;
        if (length < NetlinkConstants.NLA_HDRLEN || length > end - start) {
            throw NetlinkException.malformed(
                    "attribute " + type + " says it has " + length + " bytes of " + (end - start));
        }
        payload = start + NetlinkConstants.NLA_HDRLEN;
        payloadLength = length - NetlinkConstants.NLA_HDRLEN;
        next = start + NetlinkConstants.align(length);
        return true;
    }

    /** The attribute's type, without the flags for nesting and byte order. */
    public int type() {
        return type;
    }

    /** The type of the attribute behind this one; -1 if this is the last of its level. */
    public int followingType() {
        return end - next < NetlinkConstants.NLA_HDRLEN
                ? -1
                : bytes.getShort(next + TYPE_OFFSET) & NetlinkConstants.NLA_TYPE_MASK;
    }

    /** Length of the attribute's value in bytes. */
    public int length() {
        return payloadLength;
    }

    /** One byte. */
    public int u8() {
        requireLength(Byte.BYTES);
        return bytes.get(payload) & BYTE_MASK;
    }

    /** Two bytes in the host's order. */
    public int u16() {
        requireLength(Short.BYTES);
        return Short.toUnsignedInt(bytes.getShort(payload));
    }

    /** Two bytes in network order. */
    public int u16be() {
        requireLength(Short.BYTES);
        return (bytes.get(payload) & BYTE_MASK) << Byte.SIZE | (bytes.get(payload + 1) & BYTE_MASK);
    }

    /** Four bytes in the host's order, unsigned. */
    public long u32() {
        return Integer.toUnsignedLong(s32());
    }

    /** Four bytes in the host's order, signed. */
    public int s32() {
        requireLength(Integer.BYTES);
        return bytes.getInt(payload);
    }

    /** Eight bytes in the host's order; unsigned, so a value of 2^63 or more comes out negative. */
    public long u64() {
        requireLength(Long.BYTES);
        return bytes.getLong(payload);
    }

    /** A copy of the value. */
    public byte[] bytes() {
        byte[] copy = new byte[payloadLength];
        bytes.get(payload, copy);
        return copy;
    }

    /** Copies a value of exactly the array's length into it. */
    public void bytes(byte[] into) {
        requireLength(into.length);
        bytes.get(payload, into);
    }

    /** Text in UTF-8, without the closing zero if it has one. */
    public String string() {
        int length = 0;
        while (length < payloadLength && bytes.get(payload + length) != 0) {
            length++;
        }
        byte[] utf8 = new byte[length];
        bytes.get(payload, utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Goes into this attribute, which holds attributes. */
    public void enter() {
        if (depth == MAX_DEPTH) {
            throw NetlinkException.malformed("attributes nested more than " + MAX_DEPTH + " deep");
        }
        outerNext[depth] = next;
        outerEnd[depth] = end;
        depth++;
        next = payload;
        end = payload + payloadLength;
    }

    /** Goes back out, to behind the attribute that was entered. */
    public void leave() {
        depth--;
        next = outerNext[depth];
        end = outerEnd[depth];
    }

    private void requireLength(int wanted) {
        if (payloadLength != wanted) {
            throw NetlinkException.malformed(
                    "attribute " + type + " has " + payloadLength + " bytes where " + wanted + " belong");
        }
    }
}
