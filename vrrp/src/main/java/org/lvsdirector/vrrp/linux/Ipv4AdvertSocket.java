package org.lvsdirector.vrrp.linux;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.MulticastMembership;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.runtime.Endpoint;

/** Over IPv4 the kernel hands out whole datagrams. */
final class Ipv4AdvertSocket extends AdvertSocket {
    /** {@code SO_DONTROUTE}: only to the interface's own network, as {@code MSG_DONTROUTE} does for one packet. */
    private static final int SO_DONTROUTE = 5;

    /** Internetwork control (RFC 9568 asks for nothing; keepalived and Cisco use it): it chooses the queue of the interface. */
    private static final int TOS_INTERNETWORK_CONTROL = 0xc0;

    private static final int DESTINATION_IN_HEADER = 16;

    /** Of {@code sin_addr} in {@code struct sockaddr_in}. */
    private static final int ADDRESS_OFFSET = 4;

    private Ipv4AdvertSocket(Endpoint endpoint, LinuxSocket socket) {
        super(endpoint, socket, SocketAddresses.inet(anyAddress(), 0), DESTINATION_IN_HEADER);
    }

    static AdvertSocket configure(Endpoint endpoint, LinuxSocket socket, int index) {
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_HDRINCL, 1);
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_TOS, TOS_INTERNETWORK_CONTROL);
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_ALL, 0);
        InetAddress group = endpoint.group();
        if (group != null) {
            byte[] onInterface = MulticastMembership.ipMreqn(anyAddress(), index);
            socket.setOption(SocketConstants.SOL_SOCKET, SO_DONTROUTE, 1);
            socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_IF, onInterface);
            socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_LOOP, 0);
            socket.setOption(
                    SocketConstants.IPPROTO_IP,
                    SocketConstants.IP_ADD_MEMBERSHIP,
                    MulticastMembership.ipMreqn(group, index));
        }
        Endpoint.Silence silence = endpoint.silence();
        if (group != null && silence != null) {
            socket.setOption(
                    SocketConstants.IPPROTO_IP,
                    SocketConstants.IP_ADD_MEMBERSHIP,
                    MulticastMembership.ipMreqn(group, index(silence.base())));
        }
        return new Ipv4AdvertSocket(endpoint, socket);
    }

    private static InetAddress anyAddress() {
        try {
            return InetAddress.getByAddress(new byte[Family.IPV4.addressLength()]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    @Override
    int addressOffset() {
        return ADDRESS_OFFSET;
    }

    @Override
    boolean receiveWithHeader(ByteBuffer into) {
        return socket().receive(into) != LinuxSocket.WOULD_BLOCK;
    }
}
