package org.lvsdirector.vrrp.linux;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.DatagramReceiver;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.runtime.BfdTransport;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.settings.BfdSettings;

/**
 * BFD over UDP (RFC 5881, section 4; RFC 5883, section 5): one socket hears all sessions of a family and port, and each session sends from
 * a port of its own.
 */
final class BfdSockets implements BfdTransport {
    private static final int SINGLE_HOP_PORT = 3784;
    private static final int MULTIHOP_PORT = 4784;
    private static final int FIRST_SOURCE_PORT = 49152;
    private static final int SOURCE_PORTS = 65536 - FIRST_SOURCE_PORT;
    private static final int MOST_TRIES = 50;
    private static final int TOS_INTERNETWORK_CONTROL = 0xc0;
    private static final int IPV6_TCLASS = 67;

    private final LinuxWaiter waiter;
    private final Random random = new Random();
    private final DatagramReceiver receiver = new DatagramReceiver();
    private final List<Ear> ears = new ArrayList<>();
    private final Map<String, LinuxSocket> mouths = new HashMap<>();
    private int next;

    private record Ear(Family family, boolean multihop, LinuxSocket socket) {}

    BfdSockets(LinuxWaiter waiter) {
        this.waiter = waiter;
    }

    @Override
    public void open(BfdSettings session) {
        close(session);
        try {
            listen(Family.of(session.neighbour()), session.multihop());
            mouths.put(session.name(), mouth(session));
        } catch (LinuxException e) {
            throw new PortException("cannot reach " + session.neighbour().getHostAddress() + ": " + e.getMessage(), e);
        }
    }

    private void listen(Family family, boolean multihop) {
        if (ears.stream().anyMatch(ear -> ear.family() == family && ear.multihop() == multihop)) {
            return;
        }
        LinuxSocket socket = datagrams(family);
        try {
            socket.setOption(SocketConstants.SOL_SOCKET, SocketConstants.SO_REUSEADDR, 1);
            if (family == Family.IPV4) {
                socket.setOption(SocketConstants.IPPROTO_IP, DatagramReceiver.IP_RECVTTL, 1);
            } else {
                socket.setOption(SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_V6ONLY, 1);
                socket.setOption(SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_RECVHOPLIMIT, 1);
            }
            socket.bind(SocketAddresses.inet(any(family), multihop ? MULTIHOP_PORT : SINGLE_HOP_PORT));
        } catch (LinuxException e) {
            socket.close();
            throw e;
        }
        ears.add(new Ear(family, multihop, socket));
        waiter.add(socket);
    }

    private LinuxSocket mouth(BfdSettings session) {
        Family family = Family.of(session.neighbour());
        LinuxSocket socket = datagrams(family);
        try {
            if (family == Family.IPV4) {
                socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_TTL, session.ttl());
                socket.setOption(SocketConstants.IPPROTO_IP, SocketConstants.IP_TOS, TOS_INTERNETWORK_CONTROL);
            } else {
                socket.setOption(SocketConstants.IPPROTO_IPV6, SocketConstants.IPV6_UNICAST_HOPS, session.ttl());
                socket.setOption(SocketConstants.IPPROTO_IPV6, IPV6_TCLASS, TOS_INTERNETWORK_CONTROL);
            }
            InetAddress source = session.source();
            bindAnywhere(socket, source == null ? any(family) : source);
            return socket;
        } catch (LinuxException e) {
            socket.close();
            throw e;
        }
    }

    private void bindAnywhere(LinuxSocket socket, InetAddress source) {
        for (int attempt = 1; ; attempt++) {
            try {
                socket.bind(SocketAddresses.inet(source, FIRST_SOURCE_PORT + random.nextInt(SOURCE_PORTS)));
                return;
            } catch (LinuxException e) {
                if (e.errno() != Errno.EADDRINUSE || attempt == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static LinuxSocket datagrams(Family family) {
        return LinuxSocket.openNonBlocking(
                family == Family.IPV4 ? SocketConstants.AF_INET : SocketConstants.AF_INET6,
                SocketConstants.SOCK_DGRAM,
                SocketConstants.IPPROTO_UDP);
    }

    private static InetAddress any(Family family) {
        try {
            return InetAddress.getByAddress(new byte[family.addressLength()]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("zeros are an address", e);
        }
    }

    @Override
    public void close(BfdSettings session) {
        LinuxSocket socket = mouths.remove(session.name());
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void send(BfdSettings session, ByteBuffer packet) {
        LinuxSocket socket = mouths.get(session.name());
        if (socket == null) {
            throw new PortException("cannot send a packet: the session is not open");
        }
        try {
            // A port unreachable that came back ends the next call; it says what the silence says anyway.
            socket.takeError();
            socket.sendTo(
                    packet,
                    SocketAddresses.inet(session.neighbour(), session.multihop() ? MULTIHOP_PORT : SINGLE_HOP_PORT));
        } catch (LinuxException e) {
            throw new PortException(
                    "cannot send a packet to " + session.neighbour().getHostAddress() + ": "
                            + e.errno().text(),
                    e);
        }
    }

    @Override
    public @Nullable Arrival receive(ByteBuffer into) {
        while (next < ears.size()) {
            Ear ear = ears.get(next);
            into.clear();
            if (heard(ear, into)) {
                into.flip();
                return new Arrival(receiver.source(), receiver.ttl(), ear.multihop());
            }
            next++;
        }
        next = 0;
        return null;
    }

    private boolean heard(Ear ear, ByteBuffer into) {
        try {
            return receiver.receive(ear.socket(), into) != LinuxSocket.WOULD_BLOCK;
        } catch (LinuxException e) {
            return false; // an error kept for us; reading it has cleared it
        }
    }

    @Override
    public void close() {
        mouths.values().forEach(LinuxSocket::close);
        mouths.clear();
        for (Ear ear : ears) {
            waiter.remove(ear.socket());
            ear.socket().close();
        }
        ears.clear();
    }
}
