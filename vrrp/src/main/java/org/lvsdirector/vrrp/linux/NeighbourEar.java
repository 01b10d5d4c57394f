package org.lvsdirector.vrrp.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.vrrp.packet.Family;

/** What hears who has an address on one interface: all of ARP, or the neighbour advertisements that reach this host. */
final class NeighbourEar implements AutoCloseable {
    private static final int ICMP6_FILTER = 1;
    private static final int FILTER_BYTES = 32;
    private static final HexFormat HARDWARE = HexFormat.ofDelimiter(":");

    private final Link link;
    private final Family family;
    private final LinuxSocket socket;

    private NeighbourEar(Link link, Family family, LinuxSocket socket) {
        this.link = link;
        this.family = family;
        this.socket = socket;
    }

    static NeighbourEar open(Link link, Family family) {
        boolean arp = family == Family.IPV4;
        LinuxSocket socket = LinuxSocket.openNonBlocking(
                arp ? SocketConstants.AF_PACKET : SocketConstants.AF_INET6,
                SocketConstants.SOCK_RAW,
                arp ? 0 : SocketConstants.IPPROTO_ICMPV6);
        try {
            if (arp) {
                socket.bind(SocketAddresses.packet(Arp.ETHER_TYPE, link.index(), new byte[0]));
            } else {
                socket.setOption(SocketConstants.IPPROTO_ICMPV6, ICMP6_FILTER, advertisementsAlone());
                socket.bindToDevice(link.name());
            }
        } catch (LinuxException e) {
            socket.close();
            throw e;
        }
        return new NeighbourEar(link, family, socket);
    }

    /** A bit for each type that is not wanted, in words of the machine's own byte order (RFC 3542, section 3.2). */
    private static byte[] advertisementsAlone() {
        ByteBuffer bits = ByteBuffer.allocate(FILTER_BYTES).order(ByteOrder.nativeOrder());
        int wanted = NeighborSolicitation.TYPE_ADVERTISEMENT & 0xFF;
        for (int word = 0; word < FILTER_BYTES / Integer.BYTES; word++) {
            bits.putInt(word == wanted >> 5 ? ~(1 << (wanted & 31)) : -1);
        }
        return bits.array();
    }

    LinuxSocket socket() {
        return socket;
    }

    Family family() {
        return family;
    }

    Link link() {
        return link;
    }

    /** Whether the interface is still the one that this was opened for. */
    boolean fits(Link present) {
        return present.index() == link.index() && present.address().equals(link.address());
    }

    /** Reads one packet into a cleared buffer. Returns false if none waits. */
    boolean receive(ByteBuffer into) {
        try {
            boolean there = socket.receive(into) != LinuxSocket.WOULD_BLOCK;
            into.flip();
            return there;
        } catch (LinuxException e) {
            return false; // such as "network is down": links are watched elsewhere
        }
    }

    /** Where a packet has the address that its sender says is its own, or -1 if it says nothing of the kind. */
    int addressAt(ByteBuffer packet) {
        if (family == Family.IPV4) {
            return Arp.isIn(packet) ? Arp.SENDER_ADDRESS : -1;
        }
        boolean advertisement = packet.remaining() >= NeighborSolicitation.OPTIONS
                && packet.get(0) == NeighborSolicitation.TYPE_ADVERTISEMENT;
        return advertisement ? NeighborSolicitation.TARGET : -1;
    }

    /** Its sender's hardware address, or null if it does not say, or is this interface. */
    @Nullable
    String stranger(ByteBuffer packet) {
        byte[] hardware = new byte[Ethernet.ADDRESS_LENGTH];
        int at = family == Family.IPV4 ? Arp.SENDER_HARDWARE : hardwareOption(packet);
        if (at < 0) {
            return null;
        }
        packet.get(at, hardware);
        return Arrays.equals(hardware, link.address().toBytes()) ? null : HARDWARE.formatHex(hardware);
    }

    private static int hardwareOption(ByteBuffer packet) {
        int at = NeighborSolicitation.OPTIONS;
        while (at + NeighborSolicitation.OPTION_UNIT <= packet.limit()) {
            if (packet.get(at) == NeighborSolicitation.OPTION_TARGET_LINK_LAYER_ADDRESS) {
                return at + 2;
            }
            int length = (packet.get(at + 1) & 0xFF) * NeighborSolicitation.OPTION_UNIT;
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return -1;
    }

    @Override
    public void close() {
        socket.close();
    }
}
