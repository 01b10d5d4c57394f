package org.lvsdirector.vrrp.runtime;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.packet.Family;

/** A network in memory: keeps what is sent, hands over what a test has queued. */
final class FakeTransport implements AdvertTransport {
    private record Packet(Endpoint endpoint, ByteBuffer bytes) {}

    private final List<String> journal;
    private final Set<Endpoint> open = new LinkedHashSet<>();
    private final Queue<Packet> waiting = new ArrayDeque<>();
    private final List<byte[]> sent = new ArrayList<>();
    private boolean refusesToOpen;
    private @Nullable Family refusedFamily;
    private boolean refusesToSend;

    FakeTransport(List<String> journal) {
        this.journal = journal;
    }

    void refuseToOpen(boolean refuse) {
        refusesToOpen = refuse;
    }

    /** Refuses endpoints of one family. */
    void refuseToOpen(Family family) {
        refusedFamily = family;
    }

    void refuseToSend(boolean refuse) {
        refusesToSend = refuse;
    }

    void arrive(Endpoint endpoint, byte[] datagram) {
        waiting.add(new Packet(endpoint, ByteBuffer.wrap(datagram.clone())));
    }

    List<byte[]> sent() {
        return sent;
    }

    Set<Endpoint> open() {
        return open;
    }

    int waiting() {
        return waiting.size();
    }

    @Override
    public void open(Endpoint endpoint) {
        if (refusesToOpen || endpoint.family() == refusedFamily) {
            throw new PortException("cannot use interface " + endpoint.interfaceName() + " for VRRP: EPERM");
        }
        open.add(endpoint);
    }

    @Override
    public void close(Endpoint endpoint) {
        open.remove(endpoint);
    }

    @Override
    public void send(Endpoint endpoint, ByteBuffer datagram) {
        if (refusesToSend || !open.contains(endpoint)) {
            throw new PortException("Cant send advert to 224.0.0.18 (Network is unreachable)");
        }
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(bytes);
        sent.add(bytes);
        journal.add("advert priority " + priority(bytes));
    }

    static int priority(byte[] datagram) {
        return datagram[22] & 0xff;
    }

    static int identification(byte[] datagram) {
        return (datagram[4] & 0xff) << 8 | (datagram[5] & 0xff);
    }

    @Override
    public @Nullable Endpoint receive(ByteBuffer into) {
        into.clear();
        Packet packet = waiting.poll();
        if (packet == null) {
            return null;
        }
        into.put(packet.bytes()).flip();
        return packet.endpoint();
    }

    @Override
    public void close() {
        open.clear();
    }
}
