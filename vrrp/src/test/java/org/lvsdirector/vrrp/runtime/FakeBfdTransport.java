package org.lvsdirector.vrrp.runtime;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.bfd.ControlPacket;
import org.lvsdirector.vrrp.settings.BfdSettings;

/** BFD packets in memory. */
final class FakeBfdTransport implements BfdTransport {
    final List<ControlPacket> sent = new ArrayList<>();
    final Set<String> open = new HashSet<>();
    boolean opens = true;

    private record Waiting(Arrival arrival, ControlPacket packet) {}

    private final Queue<Waiting> waiting = new ArrayDeque<>();

    void arrive(Arrival arrival, ControlPacket packet) {
        waiting.add(new Waiting(arrival, packet));
    }

    @Override
    public void open(BfdSettings session) {
        if (!opens) {
            throw new PortException("cannot reach it: EADDRNOTAVAIL");
        }
        open.add(session.name());
    }

    @Override
    public void close(BfdSettings session) {
        open.remove(session.name());
    }

    @Override
    public void send(BfdSettings session, ByteBuffer packet) {
        sent.add(Objects.requireNonNull(ControlPacket.read(packet)));
    }

    @Override
    public @Nullable Arrival receive(ByteBuffer into) {
        Waiting next = waiting.poll();
        if (next == null) {
            return null;
        }
        into.clear();
        next.packet().write(into);
        into.flip();
        return next.arrival();
    }

    @Override
    public void close() {
        open.clear();
    }
}
