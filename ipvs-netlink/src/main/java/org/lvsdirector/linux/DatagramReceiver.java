package org.lvsdirector.linux;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * Receives for UDP sockets that want to know what was left of a datagram's hops: the socket has {@link #IP_RECVTTL} or
 * {@code IPV6_RECVHOPLIMIT}. It tells of the datagram received last. Owned by one thread.
 */
public final class DatagramReceiver {
    /** Option of {@code IPPROTO_IP} that has the kernel tell the TTL of each datagram. */
    public static final int IP_RECVTTL = 12;

    private static final int SIN_ADDR = 4;
    private static final int SIN6_ADDR = 8;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private final MessageReceiver receiver = new MessageReceiver(this::read);
    private int ttl;

    /**
     * Receives one datagram from the buffer's position on; what does not fit is cut off.
     *
     * @return bytes received, or {@link LinuxSocket#WOULD_BLOCK}
     */
    public int receive(LinuxSocket socket, ByteBuffer payload) {
        int count = receiver.receive(socket, payload);
        if (count != LinuxSocket.WOULD_BLOCK) {
            ttl = 0;
            receiver.readAncillary();
        }
        return count;
    }

    private void read(int level, int type, int dataAt) {
        boolean ofIpv4 = level == SocketConstants.IPPROTO_IP && type == SocketConstants.IP_TTL;
        boolean ofIpv6 = level == SocketConstants.IPPROTO_IPV6 && type == SocketConstants.IPV6_HOPLIMIT;
        if (ofIpv4 || ofIpv6) {
            ttl = receiver.control().getInt(dataAt);
        }
    }

    /** TTL or hop limit with which it arrived, 0 to 255. */
    public int ttl() {
        return ttl;
    }

    /** Who sent it. */
    public InetAddress source() {
        ByteBuffer name = receiver.name();
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
