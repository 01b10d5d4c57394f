package org.lvsdirector.vrrp.linux;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.SocketAddresses;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.vrrp.packet.Family;
import org.lvsdirector.vrrp.runtime.Neighbours;
import org.lvsdirector.vrrp.runtime.PortException;

/**
 * Asks by frames of its own, from no address, so that nobody learns anything of us; and hears the answers by sockets that are open only while there is a
 * question.
 */
final class LinkNeighbours implements Neighbours {
    /** A packet socket of no protocol: it can send, and the kernel never copies a frame to it. */
    private static final int NO_PROTOCOL = 0;

    private static final int BUFFER_BYTES = 2048;

    private final InterfaceCache cache;
    private final LinuxWaiter waiter;
    private final LinuxSocket mouth;
    private final List<NeighbourEar> ears = new ArrayList<>();
    private final Set<Question> questions = new LinkedHashSet<>();
    private final ByteBuffer frame = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer heard = ByteBuffer.allocateDirect(BUFFER_BYTES);

    LinkNeighbours(InterfaceCache cache, LinuxWaiter waiter) {
        this.cache = cache;
        this.waiter = waiter;
        this.mouth = LinuxSocket.openNonBlocking(SocketConstants.AF_PACKET, SocketConstants.SOCK_RAW, NO_PROTOCOL);
    }

    @Override
    public void ask(Question question) {
        Link link = cache.link(question.interfaceName());
        if (link == null || link.address().length() != Ethernet.ADDRESS_LENGTH || link.has(Link.NO_ARP)) {
            throw new PortException("nobody can be asked on " + question.interfaceName());
        }
        questions.add(question);
        try {
            listen(link, Family.of(question.address()));
            send(link, question.address());
        } catch (LinuxException e) {
            throw new PortException(
                    "cannot ask who has " + question.address().getHostAddress() + ": " + e.getMessage(), e);
        }
    }

    private void listen(Link link, Family family) {
        NeighbourEar present = ear(link.name(), family);
        if (present != null && present.fits(link)) {
            return;
        }
        if (present != null) {
            close(present);
        }
        NeighbourEar ear = NeighbourEar.open(link, family);
        ears.add(ear);
        waiter.add(ear.socket());
    }

    private void send(Link link, InetAddress address) {
        frame.clear();
        byte[] target = address.getAddress();
        boolean ipv6 = address instanceof Inet6Address;
        if (ipv6) {
            NeighborSolicitation.write(frame, link.address(), target);
        } else {
            ArpProbe.write(frame, link.address(), target);
        }
        frame.flip();
        int etherType = ipv6 ? UnsolicitedNeighborAdvertisement.ETHER_TYPE : Arp.ETHER_TYPE;
        mouth.sendTo(
                frame,
                SocketAddresses.packet(etherType, link.index(), Ethernet.BROADCAST)); // full: the next time comes
    }

    @Override
    public void forget(Question question) {
        questions.remove(question);
        for (NeighbourEar ear : List.copyOf(ears)) {
            if (questions.stream().noneMatch(each -> concerns(ear, each))) {
                close(ear);
            }
        }
    }

    private static boolean concerns(NeighbourEar ear, Question question) {
        return question.interfaceName().equals(ear.link().name()) && Family.of(question.address()) == ear.family();
    }

    private @Nullable NeighbourEar ear(String interfaceName, Family family) {
        for (NeighbourEar ear : ears) {
            if (ear.link().name().equals(interfaceName) && ear.family() == family) {
                return ear;
            }
        }
        return null;
    }

    @Override
    public @Nullable Answer receive() {
        for (int i = 0; i < ears.size(); i++) { // no iterator where nothing is to be heard
            NeighbourEar ear = ears.get(i);
            while (ear.receive(heard.clear())) {
                Answer answer = answer(ear);
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }

    private @Nullable Answer answer(NeighbourEar ear) {
        int at = ear.addressAt(heard);
        if (at < 0) {
            return null;
        }
        for (Question question : questions) {
            if (concerns(ear, question) && isAt(question.address().getAddress(), at)) {
                String hardware = ear.stranger(heard);
                return hardware == null ? null : new Answer(question, hardware);
            }
        }
        return null;
    }

    private boolean isAt(byte[] address, int at) {
        for (int i = 0; i < address.length; i++) {
            if (heard.get(at + i) != address[i]) {
                return false;
            }
        }
        return true;
    }

    private void close(NeighbourEar ear) {
        ears.remove(ear);
        waiter.remove(ear.socket());
        ear.close();
    }

    @Override
    public void close() {
        List.copyOf(ears).forEach(this::close);
        mouth.close();
    }
}
