package org.lvsdirector.vrrp.linux;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.MulticastMembership;
import org.lvsdirector.linux.NetworkInterfaces;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.runtime.Endpoint;
import org.lvsdirector.vrrp.runtime.PortException;

/**
 * The raw socket of one endpoint: it sends and hears datagrams of protocol 112 on one interface. Outgoing datagrams carry their own IP
 * header, so that the source address can be chosen; they never go through the routing table, and never come back to this machine.
 */
final class AdvertSocket implements AutoCloseable {
    /** {@code SO_DONTROUTE}: only to the interface's own network, as {@code MSG_DONTROUTE} does for one packet. */
    private static final int SO_DONTROUTE = 5;

    /** Internetwork control (RFC 9568 asks for nothing; keepalived and Cisco use it): it chooses the queue of the interface. */
    private static final int TOS_INTERNETWORK_CONTROL = 0xc0;

    private final Endpoint endpoint;
    private final LinuxSocket socket;
    private final ByteBuffer destination;

    private AdvertSocket(Endpoint endpoint, LinuxSocket socket) {
        this.endpoint = endpoint;
        this.socket = socket;
        this.destination = SocketAddresses.inet(endpoint.group(), 0);
    }

    static AdvertSocket open(Endpoint endpoint) {
        if (endpoint.family() != Family.IPV4) {
            throw new PortException(
                    "cannot use " + endpoint.interfaceName() + " for VRRP over IPv6: not supported yet");
        }
        OptionalInt index = NetworkInterfaces.index(endpoint.interfaceName());
        if (index.isEmpty()) {
            throw new PortException("cannot use interface " + endpoint.interfaceName() + " for VRRP: there is none");
        }
        LinuxSocket socket = null;
        try {
            socket = LinuxSocket.openNonBlocking(
                    SocketConstants.AF_INET, SocketConstants.SOCK_RAW, SocketConstants.IPPROTO_VRRP);
            configure(socket, endpoint, index.getAsInt());
            return new AdvertSocket(endpoint, socket);
        } catch (LinuxException e) {
            if (socket != null) {
                socket.close();
            }
            throw new PortException(
                    "cannot use interface " + endpoint.interfaceName() + " for VRRP: " + e.getMessage(), e);
        }
    }

    private static void configure(LinuxSocket socket, Endpoint endpoint, int index) {
        byte[] onInterface = MulticastMembership.ipMreqn(anyAddress(), index);
        socket.bindToDevice(endpoint.interfaceName());
        socket.setOption(SocketConstants.SOL_SOCKET, SO_DONTROUTE, 1);
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_HDRINCL, 1);
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_TOS, TOS_INTERNETWORK_CONTROL);
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_IF, onInterface);
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_LOOP, 0);
        socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_MULTICAST_ALL, 0);
        socket.setOption(
                SocketConstants.IPPROTO_IP,
                SocketConstants.IP_ADD_MEMBERSHIP,
                MulticastMembership.ipMreqn(endpoint.group(), index));
    }

    private static InetAddress anyAddress() {
        try {
            return InetAddress.getByAddress(new byte[Family.IPV4.addressLength()]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    Endpoint endpoint() {
        return endpoint;
    }

    LinuxSocket socket() {
        return socket;
    }

    void send(ByteBuffer datagram) {
        try {
            if (socket.sendTo(datagram, destination) == LinuxSocket.WOULD_BLOCK) {
                throw new PortException(cannotSend() + " (the interface's queue is full)");
            }
        } catch (LinuxException e) {
            throw new PortException(cannotSend() + " (" + e.errno().text() + ")", e);
        }
    }

    private String cannotSend() {
        return "Cant send advert to " + endpoint.group().getHostAddress();
    }

    /** Returns whether a datagram was there; it then runs from the buffer's start to its position. */
    boolean receive(ByteBuffer into) {
        try {
            return socket.receive(into) != LinuxSocket.WOULD_BLOCK;
        } catch (LinuxException e) {
            // An error that the kernel kept for us, such as "network is down"; reading it has cleared it, and links are
            // watched elsewhere.
            return false;
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
