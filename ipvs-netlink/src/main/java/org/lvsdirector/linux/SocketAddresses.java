package org.lvsdirector.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Encoders for the kernel's {@code struct sockaddr_*}: fields in host byte order but for ports, addresses and Ethernet types, which
 * travel in network order. Results are direct buffers with position 0 and the structure's length as limit; they may be used for
 * any number of calls, since no call moves their position.
 */
public final class SocketAddresses {
    /** Room for any address the kernel returns ({@code struct sockaddr_storage}). */
    public static final int MAX_LENGTH = 128;

    private static final int SOCKADDR_IN_LENGTH = 16;
    private static final int SOCKADDR_IN6_LENGTH = 28;
    private static final int SOCKADDR_NL_LENGTH = 12;
    private static final int SOCKADDR_LL_LENGTH = 20;
    private static final int MAX_HARDWARE_ADDRESS = 8;

    private SocketAddresses() {}

    /** {@code sockaddr_in} or {@code sockaddr_in6}, by the kind of the address; the scope id of an IPv6 address is kept. */
    public static ByteBuffer inet(InetAddress address, int port) {
        if (address instanceof Inet6Address v6) {
            return inet6(v6, port, v6.getScopeId());
        }
        ByteBuffer out = allocate(SOCKADDR_IN_LENGTH);
        out.putShort((short) SocketConstants.AF_INET); // sin_family
        putBigEndian16(out, port); // sin_port
        out.put(address.getAddress()); // sin_addr
        return out.clear(); // sin_zero
    }

    /** {@code sockaddr_in6} for a scope other than the address's own: the interface of a link-local peer. */
    public static ByteBuffer inet6(Inet6Address address, int port, int scopeId) {
        ByteBuffer out = allocate(SOCKADDR_IN6_LENGTH);
        out.putShort((short) SocketConstants.AF_INET6); // sin6_family
        putBigEndian16(out, port); // sin6_port
        out.putInt(0); // sin6_flowinfo
        out.put(address.getAddress()); // sin6_addr
        out.putInt(scopeId); // sin6_scope_id
        return out.clear();
    }

    /**
     * {@code sockaddr_nl}.
     *
     * @param portId 0 lets the kernel choose at bind, and means the kernel as a destination
     * @param groups mask of the multicast groups 1 to 32; higher ones need {@code NETLINK_ADD_MEMBERSHIP}
     */
    public static ByteBuffer netlink(int portId, int groups) {
        ByteBuffer out = allocate(SOCKADDR_NL_LENGTH);
        out.putShort((short) SocketConstants.AF_NETLINK); // nl_family
        out.putShort((short) 0); // nl_pad
        out.putInt(portId); // nl_pid
        out.putInt(groups); // nl_groups
        return out.clear();
    }

    /**
     * {@code sockaddr_ll}.
     *
     * @param etherType protocol such as {@link SocketConstants#ETH_P_ARP}
     * @param interfaceIndex the interface to use; 0 for any when binding
     * @param hardwareAddress destination, at most 8 bytes; empty when binding
     */
    public static ByteBuffer packet(int etherType, int interfaceIndex, byte[] hardwareAddress) {
        if (hardwareAddress.length > MAX_HARDWARE_ADDRESS) {
            throw new IllegalArgumentException("hardware address of " + hardwareAddress.length + " bytes");
        }
        ByteBuffer out = allocate(SOCKADDR_LL_LENGTH);
        out.putShort((short) SocketConstants.AF_PACKET); // sll_family
        putBigEndian16(out, etherType); // sll_protocol
        out.putInt(interfaceIndex); // sll_ifindex
        out.putShort((short) 0); // sll_hatype
        out.put((byte) 0); // sll_pkttype
        out.put((byte) hardwareAddress.length); // sll_halen
        out.put(hardwareAddress); // sll_addr
        return out.clear();
    }

    /** Room for an address that {@link LinuxSocket#receiveFrom} fills. */
    public static ByteBuffer empty() {
        return allocate(MAX_LENGTH);
    }

    private static ByteBuffer allocate(int length) {
        return ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    }

    private static void putBigEndian16(ByteBuffer out, int value) {
        out.put((byte) (value >>> Byte.SIZE)).put((byte) value);
    }
}
