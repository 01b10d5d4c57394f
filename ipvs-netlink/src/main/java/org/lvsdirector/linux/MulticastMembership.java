package org.lvsdirector.linux;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values of the options that join and leave multicast groups on an interface, and choose the one to send from. */
public final class MulticastMembership {
    private static final int IP_MREQN_LENGTH = 12;
    private static final int IPV6_MREQ_LENGTH = 20;

    private MulticastMembership() {}

    /**
     * {@code struct ip_mreqn}, for {@code IP_ADD_MEMBERSHIP}, {@code IP_DROP_MEMBERSHIP} and {@code IP_MULTICAST_IF}.
     *
     * @param group IPv4; 0.0.0.0 for {@code IP_MULTICAST_IF}
     */
    public static byte[] ipMreqn(InetAddress group, int interfaceIndex) {
        return nativeOrder(IP_MREQN_LENGTH)
                .put(group.getAddress()) // imr_multiaddr
                .putInt(0) // imr_address: none, the index decides
                .putInt(interfaceIndex) // imr_ifindex
                .array();
    }

    /**
     * {@code struct ipv6_mreq}, for {@code IPV6_ADD_MEMBERSHIP} and {@code IPV6_DROP_MEMBERSHIP}.
     *
     * @param group IPv6
     */
    public static byte[] ipv6Mreq(InetAddress group, int interfaceIndex) {
        return nativeOrder(IPV6_MREQ_LENGTH)
                .put(group.getAddress()) // ipv6mr_multiaddr
                .putInt(interfaceIndex) // ipv6mr_ifindex
                .array();
    }

    private static ByteBuffer nativeOrder(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }
}
