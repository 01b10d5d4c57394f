package org.lvsdirector.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.lvsdirector.linux.Errno;

/** What a kernel says, byte for byte, for {@link ScriptedKernel} scripts. */
public final class Replies {
    private static final int ERROR_BYTES = 20; // int error; struct nlmsghdr msg

    private Replies() {}

    /** A message with any payload. */
    public static byte[] message(int type, int flags, int sequence, byte[] payload) {
        int length = NetlinkConstants.NLMSG_HDRLEN + payload.length;
        return allocate(NetlinkConstants.align(length))
                .putInt(length) // nlmsg_len
                .putShort((short) type) // nlmsg_type
                .putShort((short) flags) // nlmsg_flags
                .putInt(sequence) // nlmsg_seq
                .putInt(77) // nlmsg_pid
                .put(payload)
                .array();
    }

    public static byte[] ack(int sequence) {
        return failure(sequence, 0);
    }

    public static byte[] error(int sequence, Errno errno) {
        return failure(sequence, errno.number());
    }

    private static byte[] failure(int sequence, int errno) {
        byte[] payload = allocate(ERROR_BYTES).putInt(-errno).array();
        return message(NetlinkConstants.NLMSG_ERROR, NetlinkConstants.NLM_F_CAPPED, sequence, payload);
    }

    /** A failure with the kernel's explanation; {@code request} is repeated in full, or only its header if it is empty. */
    public static byte[] error(int sequence, Errno errno, String explanation, byte[] request) {
        byte[] text = explanation.getBytes(StandardCharsets.UTF_8);
        int attribute = NetlinkConstants.NLA_HDRLEN + text.length + 1;
        byte[] bytes =
                new byte[ERROR_BYTES + NetlinkConstants.align(request.length) + NetlinkConstants.align(attribute)];
        ByteBuffer payload = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        payload.putInt(-errno.number()); // error
        payload.putInt(NetlinkConstants.NLMSG_HDRLEN + request.length); // msg.nlmsg_len
        payload.position(ERROR_BYTES);
        payload.put(request);
        payload.position(ERROR_BYTES + NetlinkConstants.align(request.length));
        payload.putShort((short) attribute).putShort((short) NetlinkConstants.NLMSGERR_ATTR_MSG);
        payload.put(text);
        int capped = request.length == 0 ? NetlinkConstants.NLM_F_CAPPED : 0;
        return message(NetlinkConstants.NLMSG_ERROR, NetlinkConstants.NLM_F_ACK_TLVS | capped, sequence, bytes);
    }

    public static byte[] done(int sequence) {
        return done(sequence, 0, 0);
    }

    public static byte[] done(int sequence, int flags, int errno) {
        byte[] payload = allocate(Integer.BYTES).putInt(-errno).array();
        return message(NetlinkConstants.NLMSG_DONE, NetlinkConstants.NLM_F_MULTI | flags, sequence, payload);
    }

    /** Several messages in one datagram. */
    public static byte[] datagram(byte[]... messages) {
        int length = 0;
        for (byte[] message : messages) {
            length += message.length;
        }
        byte[] bytes = new byte[length];
        ByteBuffer out = ByteBuffer.wrap(bytes);
        for (byte[] message : messages) {
            out.put(message);
        }
        return bytes;
    }

    private static ByteBuffer allocate(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }
}
