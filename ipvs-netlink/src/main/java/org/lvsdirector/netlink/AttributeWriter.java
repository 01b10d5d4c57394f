package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Appends attributes ({@code struct nlattr}) to a message. Width and byte order are in the method's name: {@code u32} is the host's
 * order, {@code u16be} network order. A value that does not fit its width is a bug of the caller and throws
 * {@link IllegalArgumentException}.
 */
public final class AttributeWriter {
    private static final int MAX_ATTRIBUTE_BYTES = 0xFFFF;
    private static final int PORT_SHIFT = 8;

    private final WriteBuffer buffer;

    AttributeWriter(WriteBuffer buffer) {
        this.buffer = buffer;
    }

    /** An attribute of one byte. */
    public AttributeWriter u8(int type, int value) {
        requireFits(type, value, 0xFF);
        header(type, Byte.BYTES).put((byte) value);
        buffer.pad();
        return this;
    }

    /** Two bytes in the host's order. */
    public AttributeWriter u16(int type, int value) {
        requireFits(type, value, 0xFFFF);
        header(type, Short.BYTES).putShort((short) value);
        buffer.pad();
        return this;
    }

    /** Two bytes in network order ({@code __be16}). */
    public AttributeWriter u16be(int type, int value) {
        requireFits(type, value, 0xFFFF);
        header(type, Short.BYTES).put((byte) (value >>> PORT_SHIFT)).put((byte) value);
        buffer.pad();
        return this;
    }

    /** Four bytes in the host's order. */
    public AttributeWriter u32(int type, long value) {
        requireFits(type, value, 0xFFFF_FFFFL);
        header(type, Integer.BYTES).putInt((int) value);
        return this;
    }

    /** Four bytes in network order ({@code __be32}). */
    public AttributeWriter u32be(int type, long value) {
        requireFits(type, value, 0xFFFF_FFFFL);
        header(type, Integer.BYTES).put(ByteBuffer.allocate(Integer.BYTES).putInt(0, (int) value));
        return this;
    }

    /** Four bytes in the host's order, signed ({@code int}). */
    public AttributeWriter s32(int type, int value) {
        header(type, Integer.BYTES).putInt(value);
        return this;
    }

    /** Eight bytes in the host's order; all values of a long are good, as unsigned ones. */
    public AttributeWriter u64(int type, long value) {
        header(type, Long.BYTES).putLong(value);
        return this;
    }

    /** Bytes as they are; addresses, for example, which are in network order already. */
    public AttributeWriter bytes(int type, byte[] value) {
        header(type, value.length).put(value);
        buffer.pad();
        return this;
    }

    /** Bytes, filled up with zeros to a fixed length. */
    public AttributeWriter paddedBytes(int type, byte[] value, int length) {
        requireFits(type, value.length, length);
        ByteBuffer out = header(type, length).put(value);
        for (int i = value.length; i < length; i++) {
            out.put((byte) 0);
        }
        buffer.pad();
        return this;
    }

    /** Text in UTF-8 with a closing zero. */
    public AttributeWriter string(int type, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        header(type, utf8.length + 1).put(utf8).put((byte) 0);
        buffer.pad();
        return this;
    }

    /**
     * Begins an attribute that holds attributes.
     *
     * @return what {@link #endNested} wants back
     */
    public int beginNested(int type) {
        int start = buffer.position();
        header(type | NetlinkConstants.NLA_F_NESTED, 0);
        return start;
    }

    /** The same without the flag that says so ({@code NLA_F_NESTED}), which the oldest families of messages do not know. */
    public int beginPlainNested(int type) {
        int start = buffer.position();
        header(type, 0);
        return start;
    }

    /**
     * Begins a structure that has, like an attribute, its length in front and attributes behind ({@code struct rtnexthop}).
     *
     * @param fields what comes after the two bytes of length
     * @return what {@link #endNested} wants back
     */
    public int beginStructure(byte[] fields) {
        int start = buffer.position();
        buffer.withRoomFor(Short.BYTES + fields.length).putShort((short) 0).put(fields);
        return start;
    }

    /** Ends an attribute or a structure that one of the {@code begin} methods began. */
    public AttributeWriter endNested(int start) {
        int length = buffer.position() - start;
        if (length > MAX_ATTRIBUTE_BYTES) {
            throw new IllegalArgumentException("attribute of " + length + " bytes");
        }
        buffer.bytes().putShort(start, (short) length);
        return this;
    }

    private ByteBuffer header(int type, int payloadLength) {
        int length = NetlinkConstants.NLA_HDRLEN + payloadLength;
        if (length > MAX_ATTRIBUTE_BYTES) {
            throw new IllegalArgumentException("attribute of " + length + " bytes");
        }
        return buffer.withRoomFor(length)
                .putShort((short) length) // nla_len
                .putShort((short) type); // nla_type
    }

    private static void requireFits(int type, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException("attribute " + type + ": " + value + " is outside 0 to " + max);
        }
    }
}
