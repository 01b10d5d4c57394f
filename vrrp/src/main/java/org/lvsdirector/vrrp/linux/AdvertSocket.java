package org.lvsdirector.vrrp.linux;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.NetworkInterfaces;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.runtime.Endpoint;
import org.lvsdirector.vrrp.runtime.PortException;

/**
 * The raw socket of one endpoint: it sends and hears datagrams of protocol 112, or 51 with one inside, on one interface. Outgoing datagrams
 * carry their own IP header, so that the source address can be chosen; multicast never comes back to this machine.
 */
abstract class AdvertSocket implements AutoCloseable {
    private final Endpoint endpoint;
    private final LinuxSocket socket;
    private final ByteBuffer destination;
    private final int destinationInHeader;

    /**
     * @param destination room for the socket address of a datagram
     * @param destinationInHeader where a datagram's IP header has its destination
     */
    AdvertSocket(Endpoint endpoint, LinuxSocket socket, ByteBuffer destination, int destinationInHeader) {
        this.endpoint = endpoint;
        this.socket = socket;
        this.destination = destination;
        this.destinationInHeader = destinationInHeader;
    }

    static AdvertSocket open(Endpoint endpoint) {
        boolean ipv4 = endpoint.family() == Family.IPV4;
        int index = index(endpoint.interfaceName());
        LinuxSocket socket = null;
        try {
            socket = LinuxSocket.openNonBlocking(
                    ipv4 ? SocketConstants.AF_INET : SocketConstants.AF_INET6,
                    SocketConstants.SOCK_RAW,
                    endpoint.authenticated() ? SocketConstants.IPPROTO_AH : SocketConstants.IPPROTO_VRRP);
            socket.bindToDevice(endpoint.interfaceName());
            return ipv4
                    ? Ipv4AdvertSocket.configure(endpoint, socket, index)
                    : Ipv6AdvertSocket.configure(endpoint, socket, index);
        } catch (LinuxException e) {
            if (socket != null) {
                socket.close();
            }
            throw new PortException(
                    "cannot use interface " + endpoint.interfaceName() + " for VRRP: " + e.getMessage(), e);
        }
    }

    static int index(String interfaceName) {
        OptionalInt index = NetworkInterfaces.index(interfaceName);
        if (index.isEmpty()) {
            throw new PortException("cannot use interface " + interfaceName + " for VRRP: there is none");
        }
        return index.getAsInt();
    }

    final Endpoint endpoint() {
        return endpoint;
    }

    final LinuxSocket socket() {
        return socket;
    }

    final void send(ByteBuffer datagram) {
        int start = datagram.position();
        int length = endpoint.family().addressLength();
        destination.put(addressOffset(), datagram, start + destinationInHeader, length);
        try {
            if (socket.sendTo(datagram, destination) == LinuxSocket.WOULD_BLOCK) {
                throw new PortException(cannotSend(datagram, start) + " (the interface's queue is full)");
            }
        } catch (LinuxException e) {
            throw new PortException(
                    cannotSend(datagram, start) + " (" + e.errno().text() + ")", e);
        }
    }

    /** Where {@link #destination} has its address. */
    abstract int addressOffset();

    private String cannotSend(ByteBuffer datagram, int start) {
        byte[] address = new byte[endpoint.family().addressLength()];
        datagram.get(start + destinationInHeader, address);
        try {
            return "Cant send advert to " + InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(address.length + " bytes are no address", e);
        }
    }

    /** Returns whether a datagram was there; with its IP header it then runs from the buffer's start to its position. */
    final boolean receive(ByteBuffer into) {
        try {
            return receiveWithHeader(into);
        } catch (LinuxException e) {
            // An error that the kernel kept for us, such as "network is down"; reading it has cleared it, and links are
            // watched elsewhere.
            return false;
        }
    }

    abstract boolean receiveWithHeader(ByteBuffer into);

    @Override
    public void close() {
        socket.close();
    }
}
