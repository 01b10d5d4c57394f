package org.lvsdirector.vrrp.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.lvsdirector.linux.Ipv6Receiver;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.MulticastMembership;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.runtime.Endpoint;

/** Over IPv6 the kernel hands out payloads and tells the rest beside them (RFC 3542); a header is made of that, so that both families look alike. */
final class Ipv6AdvertSocket extends AdvertSocket {
    private static final int HEADER_LENGTH = 40;
    private static final int VERSION_6 = 0x6000_0000;
    private static final int SOURCE_IN_HEADER = 8;
    private static final int DESTINATION_IN_HEADER = 24;

    /** Of {@code sin6_addr} in {@code struct sockaddr_in6}. */
    private static final int ADDRESS_OFFSET = 8;

    private final Ipv6Receiver receiver = new Ipv6Receiver();

    private Ipv6AdvertSocket(Endpoint endpoint, LinuxSocket socket, ByteBuffer destination) {
        super(endpoint, socket, destination, DESTINATION_IN_HEADER);
    }

    static AdvertSocket configure(Endpoint endpoint, LinuxSocket socket, int index) {
        int ipv6 = SocketConstants.IPPROTO_IPV6;
        socket.setOption(ipv6, SocketConstants.IPV6_HDRINCL, 1);
        socket.setOption(ipv6, SocketConstants.IPV6_RECVPKTINFO, 1);
        socket.setOption(ipv6, SocketConstants.IPV6_RECVHOPLIMIT, 1);
        socket.setOption(ipv6, SocketConstants.IPV6_MULTICAST_ALL, 0);
        InetAddress group = endpoint.group();
        if (group != null) {
            socket.setOption(ipv6, SocketConstants.IPV6_MULTICAST_IF, index);
            socket.setOption(ipv6, SocketConstants.IPV6_MULTICAST_LOOP, 0);
            join(socket, group, index);
        }
        Endpoint.Silence silence = endpoint.silence();
        if (group != null && silence != null) {
            bindToNobody(socket, index);
            join(socket, group, index(silence.base()));
            silence.addresses().stream()
                    .filter(Inet6Address.class::isInstance)
                    .map(Addresses::solicitedNodes)
                    .distinct()
                    .forEach(nodes -> join(socket, nodes, index(silence.base())));
        }
        return new Ipv6AdvertSocket(endpoint, socket, SocketAddresses.inet6(anyAddress(), 0, index));
    }

    private static void join(LinuxSocket socket, InetAddress group, int index) {
        socket.setOption(
                SocketConstants.IPPROTO_IPV6,
                SocketConstants.IPV6_ADD_MEMBERSHIP,
                MulticastMembership.ipv6Mreq(group, index));
    }

    /**
     * The kernel looks for a source address before it sends, and a virtual router's interface has none before it is MASTER. The one that it
     * is told here is not used: each datagram has its own.
     */
    private static void bindToNobody(LinuxSocket socket, int index) {
        socket.setOption(SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_FREEBIND, 1);
        socket.bind(SocketAddresses.inet6(Addresses.linkLocal(), 0, index));
    }

    private static Inet6Address anyAddress() {
        try {
            return Inet6Address.getByAddress(null, new byte[Family.IPV6.addressLength()], -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("sixteen bytes are an address", e);
        }
    }

    @Override
    int addressOffset() {
        return ADDRESS_OFFSET;
    }

    @Override
    boolean receiveWithHeader(ByteBuffer into) {
        int start = into.position();
        into.position(start + HEADER_LENGTH);
        int length = receiver.receive(socket(), into);
        if (length == LinuxSocket.WOULD_BLOCK) {
            into.position(start);
            return false;
        }
        into.putInt(start, VERSION_6);
        into.putShort(start + 4, (short) length); // payload length
        into.put(start + 6, (byte) SocketConstants.IPPROTO_VRRP); // next header
        into.put(start + 7, (byte) receiver.hopLimit()); // hop limit
        receiver.copySource(into, start + SOURCE_IN_HEADER);
        receiver.copyDestination(into, start + DESTINATION_IN_HEADER);
        return true;
    }
}
