package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code recvmsg(2)} for raw IPv6 sockets, whose datagrams come without their header: source, destination and hop limit come beside them
 * (RFC 3542, sections 4 and 6), if the socket has {@code IPV6_RECVPKTINFO} and {@code IPV6_RECVHOPLIMIT}. It allocates nothing, and tells
 * of the datagram received last. Owned by one thread.
 */
public final class Ipv6Receiver {
    private static final int ADDRESS_LENGTH = 16;

    /** {@code struct msghdr} where pointers have eight bytes. */
    private static final int MSGHDR_LENGTH = 56;

    private static final int MSG_NAME = 0;
    private static final int MSG_NAMELEN = 8;
    private static final int MSG_IOV = 16;
    private static final int MSG_IOVLEN = 24;
    private static final int MSG_CONTROL = 32;
    private static final int MSG_CONTROLLEN = 40;

    /** {@code struct sockaddr_in6}. */
    private static final int NAME_LENGTH = 28;

    private static final int SIN6_ADDR = 8;

    /** {@code struct cmsghdr}: length, level, type; data and the next header are aligned to eight bytes. */
    private static final int CMSG_LEVEL = 8;

    private static final int CMSG_TYPE = 12;
    private static final int CMSG_DATA = 16;
    private static final int CMSG_ALIGNMENT = 8;
    private static final int CONTROL_LENGTH = 256;

    private final ByteBuffer message = direct(MSGHDR_LENGTH);
    private final ByteBuffer vector = direct(2 * Long.BYTES);
    private final ByteBuffer name = direct(NAME_LENGTH);
    private final ByteBuffer control = direct(CONTROL_LENGTH);
    private final byte[] zeros = new byte[ADDRESS_LENGTH];
    private int destinationAt;
    private int hopLimit;

    private static ByteBuffer direct(int length) {
        return ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    }

    public Ipv6Receiver() {
        message.putLong(MSG_NAME, Libc.address(name));
        message.putLong(MSG_IOV, Libc.address(vector));
        message.putLong(MSG_IOVLEN, 1);
        message.putLong(MSG_CONTROL, Libc.address(control));
    }

    /**
     * Receives one datagram without its header, from the buffer's position; what does not fit is cut off.
     *
     * @return bytes received, or {@link LinuxSocket#WOULD_BLOCK}
     */
    public int receive(LinuxSocket socket, ByteBuffer payload) {
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
            throw new LinuxException("receive on an IPv6 socket", errno);
        }
        payload.position(payload.position() + (int) count);
        readControl((int) message.getLong(MSG_CONTROLLEN));
        return (int) count;
    }

    private void readControl(int length) {
        destinationAt = -1;
        hopLimit = 0;
        int at = 0;
        while (at + CMSG_DATA <= length) {
            int whole = (int) control.getLong(at);
            boolean ours = control.getInt(at + CMSG_LEVEL) == SocketConstants.IPPROTO_IPV6;
            int type = control.getInt(at + CMSG_TYPE);
            if (ours && type == SocketConstants.IPV6_PKTINFO) {
                destinationAt = at + CMSG_DATA;
            } else if (ours && type == SocketConstants.IPV6_HOPLIMIT) {
                hopLimit = control.getInt(at + CMSG_DATA);
            }
            at += Math.max(CMSG_DATA, whole + CMSG_ALIGNMENT - 1 & -CMSG_ALIGNMENT);
        }
    }

    /** Hop limit with which the datagram arrived, 0 to 255. */
    public int hopLimit() {
        return hopLimit;
    }

    /** Copies the 16 bytes of the source address to an absolute offset. */
    public void copySource(ByteBuffer out, int at) {
        out.put(at, name, SIN6_ADDR, ADDRESS_LENGTH);
    }

    /** Copies the 16 bytes of the destination address to an absolute offset; zeros if the kernel did not tell. */
    public void copyDestination(ByteBuffer out, int at) {
        if (destinationAt < 0) {
            out.put(at, zeros);
        } else {
            out.put(at, control, destinationAt, ADDRESS_LENGTH);
        }
    }
}
