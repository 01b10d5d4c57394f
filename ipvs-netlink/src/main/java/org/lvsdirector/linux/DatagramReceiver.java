package org.lvsdirector.linux;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * {@code recvmsg(2)} for UDP sockets that want to know what was left of a datagram's hops: the socket has {@link #IP_RECVTTL} or
 * {@code IPV6_RECVHOPLIMIT}. It tells of the datagram received last. Owned by one thread.
 */
public final class DatagramReceiver {
    /** Option of {@code IPPROTO_IP} that has the kernel tell the TTL of each datagram. */
    public static final int IP_RECVTTL = 12;

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
    private static final int CONTROL_LENGTH = 128;

    private static final int NAME_LENGTH = 28; // struct sockaddr_in6, the longer one
    private static final int SIN_ADDR = 4;
    private static final int SIN6_ADDR = 8;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private final ByteBuffer message = direct(MSGHDR_LENGTH);
    private final ByteBuffer vector = direct(2 * Long.BYTES);
    private final ByteBuffer name = direct(NAME_LENGTH);
    private final ByteBuffer control = direct(CONTROL_LENGTH);
    private int ttl;

    public DatagramReceiver() {
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
            throw new LinuxException("receive a datagram", errno);
        }
        payload.position(payload.position() + (int) count);
        readControl((int) message.getLong(MSG_CONTROLLEN));
        return (int) count;
    }

    private void readControl(int length) {
        ttl = 0;
        int at = 0;
        while (at + CMSG_DATA + Integer.BYTES <= length) {
            int whole = (int) control.getLong(at);
            int level = control.getInt(at + CMSG_LEVEL);
            int type = control.getInt(at + CMSG_TYPE);
            boolean ofIpv4 = level == SocketConstants.IPPROTO_IP && type == SocketConstants.IP_TTL;
            boolean ofIpv6 = level == SocketConstants.IPPROTO_IPV6 && type == SocketConstants.IPV6_HOPLIMIT;
            if (ofIpv4 || ofIpv6) {
                ttl = control.getInt(at + CMSG_DATA);
            }
            at += Math.max(CMSG_DATA, whole + CMSG_ALIGNMENT - 1 & -CMSG_ALIGNMENT);
        }
    }

    /** TTL or hop limit with which it arrived, 0 to 255. */
    public int ttl() {
        return ttl;
    }

    /** Who sent it. */
    public InetAddress source() {
        boolean ipv6 = name.getShort(0) == SocketConstants.AF_INET6;
        byte[] address = new byte[ipv6 ? IPV6_BYTES : IPV4_BYTES];
        name.get(ipv6 ? SIN6_ADDR : SIN_ADDR, address);
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address.length + " bytes are no address", e);
        }
    }
}
