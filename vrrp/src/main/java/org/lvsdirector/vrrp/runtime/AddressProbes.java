package org.lvsdirector.vrrp.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.runtime.Neighbours.Answer;
import org.lvsdirector.vrrp.runtime.Neighbours.Question;

/**
 * Asks the network whether somebody else has addresses: once when they may be taken soon, as they are taken, soon after, and then now and
 * again while they are held here. Asking comes after all else that a takeover has to do; an address is taken whatever the answer.
 */
final class AddressProbes {
    static final long NEVER = Long.MAX_VALUE;
    static final long SOON_NANOS = 1_000_000_000L;
    static final long PERIOD_NANOS = 10_000_000_000L;
    /** A pause as good as for ever, and far from overflow. */
    private static final long ONCE_NANOS = Long.MAX_VALUE / 4;

    private final Neighbours neighbours;
    private final Consumer<RouterEvent> machine;
    private final Map<Question, Due> due = new LinkedHashMap<>();
    private long earliestNanos = NEVER;
    private boolean wanted = true;

    /** @param pauseNanos until the time after the next */
    private record Due(long nanos, long pauseNanos) {}

    AddressProbes(Neighbours neighbours, Consumer<RouterEvent> machine) {
        this.neighbours = neighbours;
        this.machine = machine;
    }

    /** Whether to ask at all. */
    void configure(boolean probes) {
        wanted = probes;
        if (!probes) {
            due.keySet().forEach(neighbours::forget);
            due.clear();
            earliestNanos = NEVER;
        }
    }

    /** An address may be taken soon. */
    void ahead(Question question, long nowNanos) {
        if (wanted) {
            due.put(question, new Due(nowNanos, ONCE_NANOS));
            earliestNanos = Math.min(earliestNanos, nowNanos);
        }
    }

    /** An address was taken. */
    void held(Question question, long nowNanos) {
        if (wanted) {
            due.put(question, new Due(nowNanos, SOON_NANOS));
            earliestNanos = Math.min(earliestNanos, nowNanos);
        }
    }

    /** An address was given up. */
    void released(Question question) {
        if (due.remove(question) != null) {
            neighbours.forget(question);
        }
    }

    /** Whether this answer was for us; if so, the machine is told. */
    boolean heard(Answer answer) {
        if (!due.containsKey(answer.question())) {
            return false;
        }
        machine.accept(new RouterEvent.AddressAnswered(
                answer.question().interfaceName(), answer.question().address(), answer.hardware()));
        return true;
    }

    /** Asks what is to be asked by now. */
    void askDue(long nowNanos) {
        if (nowNanos < earliestNanos) {
            return;
        }
        earliestNanos = NEVER;
        for (Map.Entry<Question, Due> each : due.entrySet()) {
            if (each.getValue().nanos() <= nowNanos) {
                ask(each.getKey());
                each.setValue(new Due(nowNanos + each.getValue().pauseNanos(), PERIOD_NANOS));
            }
            earliestNanos = Math.min(earliestNanos, each.getValue().nanos());
        }
    }

    private void ask(Question question) {
        try {
            neighbours.ask(question);
        } catch (PortException unanswered) {
            // An interface that cannot send is reported by those who have more to say; the next time comes.
        }
    }

    long nextDueNanos() {
        return earliestNanos;
    }
}
