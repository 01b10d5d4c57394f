package org.lvsdirector.vrrp.runtime;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.bfd.BfdAction;
import org.lvsdirector.vrrp.bfd.BfdSession;
import org.lvsdirector.vrrp.bfd.ControlPacket;
import org.lvsdirector.vrrp.bfd.SessionState;
import org.lvsdirector.vrrp.machine.LogLevel;
import org.lvsdirector.vrrp.runtime.BfdTransport.Arrival;
import org.lvsdirector.vrrp.settings.BfdSettings;

/** All BFD sessions of the process, on the driver's thread. A session that cannot be opened is tried again every second. */
final class BfdDesk {
    private static final int BUFFER_BYTES = 256;
    private static final long AGAIN_NANOS = 1_000_000_000L;

    private final BfdTransport transport;
    private final EventSink sink;
    private final BiConsumer<String, Boolean> listener;
    private final Random random = new Random();
    private final Map<String, BfdSession> sessions = new LinkedHashMap<>();
    private final Map<String, BfdSettings> closed = new LinkedHashMap<>();
    private final Map<String, Boolean> told = new HashMap<>();
    private final Map<String, Long> firstVerdictNanos = new HashMap<>();
    private final Set<String> complained = new HashSet<>();
    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long againNanos = BfdSession.NEVER;
    private long discarded;

    /** @param listener told a session's name and whether it is up, at each change and once when it did not come up in time */
    BfdDesk(BfdTransport transport, EventSink sink, BiConsumer<String, Boolean> listener) {
        this.transport = transport;
        this.sink = sink;
        this.listener = listener;
    }

    /** Goes over to these sessions; one whose intervals alone have changed goes on. */
    void configure(List<BfdSettings> wanted, long nowNanos) {
        Map<String, BfdSettings> next = new LinkedHashMap<>();
        wanted.forEach(each -> next.put(each.name(), each));
        for (BfdSession session : List.copyOf(sessions.values())) {
            BfdSettings settings = next.get(session.settings().name());
            if (settings == null || !sameWire(settings, session.settings())) {
                end(session, nowNanos);
            } else {
                session.reconfigure(settings);
            }
        }
        closed.clear();
        told.keySet().retainAll(next.keySet());
        firstVerdictNanos.keySet().retainAll(next.keySet());
        for (BfdSettings settings : wanted) {
            if (!sessions.containsKey(settings.name())) {
                // As long as a neighbour that runs has to say so.
                long patience =
                        settings.multiplier() * Math.max(settings.idleTxMicros(), settings.minRxMicros()) * 1_000L;
                firstVerdictNanos.putIfAbsent(settings.name(), nowNanos + patience);
                open(settings, nowNanos);
            }
        }
    }

    private static boolean sameWire(BfdSettings one, BfdSettings other) {
        return one.neighbour().equals(other.neighbour())
                && Objects.equals(one.source(), other.source())
                && one.ttl() == other.ttl()
                && one.passive() == other.passive()
                && one.multihop() == other.multihop();
    }

    private void open(BfdSettings settings, long nowNanos) {
        try {
            transport.open(settings);
        } catch (PortException e) {
            complain(settings, e);
            closed.put(settings.name(), settings);
            againNanos = nowNanos + AGAIN_NANOS;
            return;
        }
        closed.remove(settings.name());
        BfdSession session = new BfdSession(settings, freshDiscriminator(), random::nextDouble);
        sessions.put(settings.name(), session);
        carryOut(session, session.start(nowNanos));
    }

    private int freshDiscriminator() {
        int number = random.nextInt();
        while (number == 0 || byDiscriminator(number) != null) {
            number = random.nextInt();
        }
        return number;
    }

    private void end(BfdSession session, long nowNanos) {
        carryOut(session, session.stop(nowNanos));
        sessions.remove(session.settings().name());
        transport.close(session.settings());
    }

    /** Ends all sessions, so that neighbours know at once. */
    void stop(long nowNanos) {
        List.copyOf(sessions.values()).forEach(session -> end(session, nowNanos));
        closed.clear();
        againNanos = BfdSession.NEVER;
        firstVerdictNanos.clear();
    }

    /** Takes in all packets that wait. */
    void readWaiting(long nowNanos) {
        if (sessions.isEmpty()) {
            return;
        }
        for (Arrival arrival = transport.receive(in); arrival != null; arrival = transport.receive(in)) {
            ControlPacket packet = ControlPacket.read(in);
            BfdSession session = packet == null ? null : select(packet, arrival);
            if (packet == null
                    || session == null
                    || arrival.ttl() < session.settings().leastTtl()) {
                discarded++;
            } else {
                carryOut(session, session.received(packet, nowNanos));
            }
        }
    }

    /** By our own number where the neighbour knows it, else by the neighbour (RFC 5880, section 6.8.6; RFC 5881, section 3). */
    private @Nullable BfdSession select(ControlPacket packet, Arrival arrival) {
        if (packet.yourDiscriminator() != 0) {
            BfdSession session = byDiscriminator(packet.yourDiscriminator());
            return session != null && session.settings().neighbour().equals(arrival.source()) ? session : null;
        }
        for (BfdSession each : sessions.values()) {
            if (each.settings().neighbour().equals(arrival.source())
                    && each.settings().multihop() == arrival.multihop()) {
                return each;
            }
        }
        return null;
    }

    private @Nullable BfdSession byDiscriminator(int number) {
        for (BfdSession each : sessions.values()) {
            if (each.discriminator() == number) {
                return each;
            }
        }
        return null;
    }

    /** Packets that were no session's, or not as they must be. */
    long discarded() {
        return discarded;
    }

    long nextDeadlineNanos() {
        long earliest = againNanos;
        if (!sessions.isEmpty()) { // no iterator where there is no BFD
            for (BfdSession each : sessions.values()) {
                earliest = Math.min(earliest, each.nextDeadlineNanos());
            }
        }
        if (!firstVerdictNanos.isEmpty()) {
            for (long each : firstVerdictNanos.values()) {
                earliest = Math.min(earliest, each);
            }
        }
        return earliest;
    }

    /** Does what is due. */
    void deadlineReached(long nowNanos) {
        if (nextDeadlineNanos() > nowNanos) {
            return;
        }
        if (againNanos <= nowNanos) {
            againNanos = BfdSession.NEVER;
            List.copyOf(closed.values()).forEach(settings -> open(settings, nowNanos));
        }
        for (BfdSession each : sessions.values()) {
            if (each.nextDeadlineNanos() <= nowNanos) {
                carryOut(each, each.deadlineReached(nowNanos));
            }
        }
        List<String> late = new ArrayList<>(0);
        firstVerdictNanos.forEach((name, when) -> {
            if (when <= nowNanos) {
                late.add(name);
            }
        });
        late.forEach(name -> tell(name, false));
    }

    private void carryOut(BfdSession session, List<BfdAction> actions) {
        for (BfdAction action : actions) {
            if (action instanceof BfdAction.Send send) {
                send(session.settings(), send.packet());
            } else if (action instanceof BfdAction.Changed changed) {
                changed(session.settings().name(), changed);
            }
        }
    }

    private void changed(String name, BfdAction.Changed changed) {
        String why = changed.to() == SessionState.DOWN ? " (" + changed.why().words() + ")" : "";
        sink.log(LogLevel.INFO, "(" + name + ") Entering " + words(changed.to()) + " state" + why);
        if (changed.to() == SessionState.UP) {
            tell(name, true);
        } else if (changed.from() == SessionState.UP) {
            tell(name, false);
        }
    }

    private static String words(SessionState state) {
        return switch (state) {
            case ADMIN_DOWN -> "AdminDown";
            case DOWN -> "Down";
            case INIT -> "Init";
            case UP -> "Up";
        };
    }

    private void tell(String name, boolean up) {
        firstVerdictNanos.remove(name);
        Boolean before = told.put(name, up);
        if (before == null || before != up) {
            listener.accept(name, up);
        }
    }

    private void send(BfdSettings settings, ControlPacket packet) {
        out.clear();
        packet.write(out);
        out.flip();
        try {
            transport.send(settings, out);
            complained.remove(settings.name());
        } catch (PortException e) {
            complain(settings, e);
        }
    }

    /** Once, until a packet leaves again. */
    private void complain(BfdSettings settings, PortException failure) {
        if (complained.add(settings.name())) {
            sink.log(LogLevel.ERROR, "(" + settings.name() + ") " + failure.getMessage());
        }
    }
}
