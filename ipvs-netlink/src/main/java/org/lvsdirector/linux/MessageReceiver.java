package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code recvmsg(2)} with one piece of payload: the sender's address and what the kernel tells beside a datagram. It allocates nothing once
 * made, and holds what came with the datagram received last. Owned by one thread.
 */
final class MessageReceiver {
    /** {@code struct msghdr} where pointers have eight bytes. */
    private static final int MSGHDR_LENGTH = 56;

    private static final int MSG_NAME = 0;
    private static final int MSG_NAMELEN = 8;
    private static final int MSG_IOV = 16;
    private static final int MSG_IOVLEN = 24;
    private static final int MSG_CONTROL = 32;
    private static final int MSG_CONTROLLEN = 40;

    /** {@code struct cmsghdr}: length, level, type; data and the next header are aligned to eight bytes. */
    private static final int CMSG_LEVEL = 8;

    private static final int CMSG_TYPE = 12;
    private static final int CMSG_DATA = 16;
    private static final int CMSG_ALIGNMENT = 8;
    private static final int CONTROL_LENGTH = 256;

    /** {@code struct sockaddr_in6}, the longest one. */
    private static final int NAME_LENGTH = 28;

    private final ByteBuffer message = direct(MSGHDR_LENGTH);
    private final ByteBuffer vector = direct(2 * Long.BYTES);
    private final ByteBuffer name = direct(NAME_LENGTH);
    private final ByteBuffer control = direct(CONTROL_LENGTH);
    private final Ancillary ancillary;

    /** Told of each item that came beside a datagram. */
    interface Ancillary {
        /** One item; its data begins at an offset of {@link #control}. */
        void item(int level, int type, int dataAt);
    }

    MessageReceiver(Ancillary ancillary) {
        this.ancillary = ancillary;
        message.putLong(MSG_NAME, Libc.address(name));
        message.putLong(MSG_IOV, Libc.address(vector));
        message.putLong(MSG_IOVLEN, 1);
        message.putLong(MSG_CONTROL, Libc.address(control));
    }

    private static ByteBuffer direct(int length) {
        return ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    }

    /**
     * Receives one datagram from the buffer's position on; what does not fit is cut off.
     *
     * @return bytes received, or {@link LinuxSocket#WOULD_BLOCK}
     */
    int receive(LinuxSocket socket, ByteBuffer payload) {
        vector.putLong(0, Libc.address(payload)).putLong(Long.BYTES, payload.remaining());
        long count;
        do {
            message.putInt(MSG_NAMELEN, NAME_LENGTH).putLong(MSG_CONTROLLEN, CONTROL_LENGTH);
            count = Libc.call(Libc.RECVMSG, socket.fd(), Libc.address(message), 0);
        } while (count == -1 && Libc.errno() == Errno.EINTR.number());
        if (count == -1) {
            int errno = Libc.errno();
            if (errno == Errno.EAGAIN.number()) {
                return LinuxSocket.WOULD_BLOCK;
            }
            throw new LinuxException("receive a datagram", errno);
        }
        payload.position(payload.position() + (int) count);
        return (int) count;
    }

    /** Goes through what came beside the datagram received last. */
    void readAncillary() {
        int length = (int) message.getLong(MSG_CONTROLLEN);
        int at = 0;
        while (at + CMSG_DATA + Integer.BYTES <= length) {
            int whole = (int) control.getLong(at);
            ancillary.item(control.getInt(at + CMSG_LEVEL), control.getInt(at + CMSG_TYPE), at + CMSG_DATA);
            at += Math.max(CMSG_DATA, whole + CMSG_ALIGNMENT - 1 & -CMSG_ALIGNMENT);
        }
    }

    /** The sender's {@code struct sockaddr_*}. */
    ByteBuffer name() {
        return name;
    }

    /** Where the data of each item stands. */
    ByteBuffer control() {
        return control;
    }
}
