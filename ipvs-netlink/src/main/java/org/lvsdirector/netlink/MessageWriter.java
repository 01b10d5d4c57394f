package org.lvsdirector.netlink;

import java.nio.ByteBuffer;

/**
 * Writes messages ({@code struct nlmsghdr}, family header, attributes) one behind the other. A {@link NetlinkRequest} first puts the
 * fixed fields of its family's header in order, then its attributes.
 */
public final class MessageWriter {
    private static final int FLAGS_OFFSET = 6;

    private final WriteBuffer buffer = new WriteBuffer();
    private final AttributeWriter attributes = new AttributeWriter(buffer);
    private int start;

    MessageWriter() {}

    /** One byte of the family's header. */
    public MessageWriter u8(int value) {
        buffer.withRoomFor(Byte.BYTES).put((byte) value);
        return this;
    }

    /** Two bytes of the family's header, in the host's order. */
    public MessageWriter u16(int value) {
        buffer.withRoomFor(Short.BYTES).putShort((short) value);
        return this;
    }

    /** Four bytes of the family's header, in the host's order. */
    public MessageWriter u32(long value) {
        buffer.withRoomFor(Integer.BYTES).putInt((int) value);
        return this;
    }

    /** The attributes behind the family's header, which ends here. */
    public AttributeWriter attributes() {
        buffer.pad();
        return attributes;
    }

    void clear() {
        buffer.bytes().clear();
    }

    /** Bytes written since {@link #clear}. */
    int size() {
        return buffer.position();
    }

    void write(NetlinkRequest request, int extraFlags, int sequence) {
        start = buffer.position();
        buffer.withRoomFor(NetlinkConstants.NLMSG_HDRLEN)
                .putInt(0) // nlmsg_len, known at the end
                .putShort((short) request.type()) // nlmsg_type
                .putShort((short) (request.flags() | NetlinkConstants.NLM_F_REQUEST | extraFlags)) // nlmsg_flags
                .putInt(sequence) // nlmsg_seq
                .putInt(0); // nlmsg_pid: the kernel knows it
        request.writeTo(this);
        buffer.pad();
        buffer.bytes().putInt(start, buffer.position() - start);
    }

    /** Asks for an acknowledgement of the message written last. */
    void acknowledgeLast() {
        ByteBuffer bytes = buffer.bytes();
        int flags = bytes.getShort(start + FLAGS_OFFSET) | NetlinkConstants.NLM_F_ACK;
        bytes.putShort(start + FLAGS_OFFSET, (short) flags);
    }

    /** All messages, ready to be sent; valid until the next {@link #clear}. */
    ByteBuffer datagram() {
        return buffer.bytes().flip();
    }
}
