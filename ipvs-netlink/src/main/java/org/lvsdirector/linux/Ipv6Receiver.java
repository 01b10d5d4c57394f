package org.lvsdirector.linux;

import java.nio.ByteBuffer;

/**
 * Receives for raw IPv6 sockets, whose datagrams come without their header: source, destination and hop limit come beside them
 * (RFC 3542, sections 4 and 6), if the socket has {@code IPV6_RECVPKTINFO} and {@code IPV6_RECVHOPLIMIT}. It allocates nothing, and tells
 * of the datagram received last. Owned by one thread.
 */
public final class Ipv6Receiver {
    private static final int ADDRESS_LENGTH = 16;
    /** In {@code struct sockaddr_in6}. */
    private static final int SIN6_ADDR = 8;

    private final MessageReceiver receiver = new MessageReceiver(this::read);
    private final byte[] zeros = new byte[ADDRESS_LENGTH];
    private int destinationAt;
    private int hopLimit;

    /**
     * Receives one datagram without its header, from the buffer's position; what does not fit is cut off.
     *
     * @return bytes received, or {@link LinuxSocket#WOULD_BLOCK}
     */
    public int receive(LinuxSocket socket, ByteBuffer payload) {
        int count = receiver.receive(socket, payload);
        if (count != LinuxSocket.WOULD_BLOCK) {
            destinationAt = -1;
            hopLimit = 0;
            receiver.readAncillary();
        }
        return count;
    }

    private void read(int level, int type, int dataAt) {
        if (level == SocketConstants.IPPROTO_IPV6 && type == SocketConstants.IPV6_PKTINFO) {
            destinationAt = dataAt;
        } else if (level == SocketConstants.IPPROTO_IPV6 && type == SocketConstants.IPV6_HOPLIMIT) {
            hopLimit = receiver.control().getInt(dataAt);
        }
    }

    /** Hop limit with which the datagram arrived, 0 to 255. */
    public int hopLimit() {
        return hopLimit;
    }

    /** Copies the 16 bytes of the source address to an absolute offset. */
    public void copySource(ByteBuffer out, int at) {
        out.put(at, receiver.name(), SIN6_ADDR, ADDRESS_LENGTH);
    }

    /** Copies the 16 bytes of the destination address to an absolute offset; zeros if the kernel did not tell. */
    public void copyDestination(ByteBuffer out, int at) {
        if (destinationAt < 0) {
            out.put(at, zeros);
        } else {
            out.put(at, receiver.control(), destinationAt, ADDRESS_LENGTH);
        }
    }
}
