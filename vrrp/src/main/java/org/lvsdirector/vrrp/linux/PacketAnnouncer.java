package org.lvsdirector.vrrp.linux;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.vrrp.runtime.Announcer;
import org.lvsdirector.vrrp.runtime.PortException;

/** Announces addresses by frames of its own, through a packet socket that receives nothing. */
final class PacketAnnouncer implements Announcer {
    /** A packet socket of no protocol: it can send, and the kernel never copies a frame to it. */
    private static final int NO_PROTOCOL = 0;

    private final InterfaceCache cache;
    private final LinuxSocket socket;
    private final ByteBuffer frame = ByteBuffer.allocateDirect(UnsolicitedNeighborAdvertisement.LENGTH);

    PacketAnnouncer(InterfaceCache cache) {
        this.cache = cache;
        this.socket = LinuxSocket.openNonBlocking(SocketConstants.AF_PACKET, SocketConstants.SOCK_RAW, NO_PROTOCOL);
    }

    @Override
    public boolean announce(String interfaceName, InetAddress address) {
        Link link = cache.link(interfaceName);
        if (link == null) {
            throw new PortException("cannot announce " + address.getHostAddress() + " on " + interfaceName
                    + ": there is no such interface");
        }
        if (!hasNeighbours(link)) {
            return false;
        }
        frame.clear();
        int etherType = write(link, address);
        frame.flip();
        send(link, etherType, address);
        return true;
    }

    private static boolean hasNeighbours(Link link) {
        return link.address().length() == Ethernet.ADDRESS_LENGTH && !link.has(Link.LOOPBACK) && !link.has(Link.NO_ARP);
    }

    /** Returns the Ethernet type of the frame. */
    private int write(Link link, InetAddress address) {
        if (address instanceof Inet6Address ipv6) {
            UnsolicitedNeighborAdvertisement.write(frame, link.address(), ipv6, isRouter(link.name()));
            return UnsolicitedNeighborAdvertisement.ETHER_TYPE;
        }
        GratuitousArp.write(frame, link.address(), (Inet4Address) address);
        return Arp.ETHER_TYPE;
    }

    private void send(Link link, int etherType, InetAddress address) {
        try {
            ByteBuffer to = SocketAddresses.packet(etherType, link.index(), Ethernet.BROADCAST);
            if (socket.sendTo(frame, to) == LinuxSocket.WOULD_BLOCK) {
                throw new PortException(cannotAnnounce(address, link) + "the interface's queue is full");
            }
        } catch (LinuxException e) {
            throw new PortException(cannotAnnounce(address, link) + e.getMessage(), e);
        }
    }

    private static String cannotAnnounce(InetAddress address, Link link) {
        return "cannot announce " + address.getHostAddress() + " on " + link.name() + ": ";
    }

    /** Whether the interface forwards packets; a kernel without IPv6 forwards none. */
    private static boolean isRouter(String interfaceName) {
        try {
            return Files.readString(Path.of("/proc/sys/net/ipv6/conf", interfaceName, "forwarding"))
                    .startsWith("1");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
