package org.lvsdirector.vrrp.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.runtime.Neighbours.Answer;
import org.lvsdirector.vrrp.runtime.Neighbours.Question;
import org.lvsdirector.vrrp.settings.ArbiterSettings;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Asks the arbiters, three times within their patience, and tells the machine which of them answer. */
final class ArbiterDesk {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int TIMES_WITHIN_PATIENCE = 3;

    private final Neighbours neighbours;
    private final Consumer<RouterEvent> machine;
    private final Map<String, Bench> benches = new LinkedHashMap<>();
    private long nextDueNanos = NEVER;

    ArbiterDesk(Neighbours neighbours, Consumer<RouterEvent> machine) {
        this.neighbours = neighbours;
        this.machine = machine;
    }

    /** One arbiter: its addresses, and what they have said. */
    private static final class Bench {
        private final ArbiterSettings settings;
        private final List<Question> questions = new ArrayList<>();
        private long askNanos;
        private long silentNanos;
        /** Null before the first verdict. */
        private @Nullable Boolean up;

        Bench(ArbiterSettings settings, long nowNanos) {
            this.settings = settings;
            settings.addresses().forEach(address -> questions.add(new Question(settings.interfaceName(), address)));
            askNanos = nowNanos;
            silentNanos = nowNanos + settings.patienceNanos();
        }
    }

    /** Goes over to these arbiters; one that is the same goes on. */
    void configure(List<ArbiterSettings> wanted, long nowNanos) {
        Set<Question> before = questions();
        Map<String, Bench> next = new LinkedHashMap<>();
        for (ArbiterSettings each : wanted) {
            Bench present = benches.get(each.name());
            next.put(
                    each.name(),
                    present != null && present.settings.equals(each) ? present : new Bench(each, nowNanos));
        }
        benches.clear();
        benches.putAll(next);
        before.removeAll(questions());
        before.forEach(neighbours::forget);
        findNextDue();
    }

    private Set<Question> questions() {
        Set<Question> all = new LinkedHashSet<>();
        benches.values().forEach(bench -> all.addAll(bench.questions));
        return all;
    }

    /** Whether this answer was an arbiter's. */
    boolean heard(Answer answer, long nowNanos) {
        boolean ours = false;
        for (Bench bench : benches.values()) {
            if (bench.questions.contains(answer.question())) {
                ours = true;
                bench.silentNanos = nowNanos + bench.settings.patienceNanos();
                judge(bench, true);
            }
        }
        return ours;
    }

    /** Judges who was silent for too long; after {@link #heard} for all that waits. */
    void judgeDue(long nowNanos) {
        if (nowNanos < nextDueNanos) {
            return;
        }
        for (Bench bench : benches.values()) {
            if (bench.silentNanos <= nowNanos) {
                bench.silentNanos = nowNanos + bench.settings.patienceNanos();
                judge(bench, false);
            }
        }
    }

    /** Asks whom it is time to ask. */
    void askDue(long nowNanos) {
        if (nowNanos < nextDueNanos) {
            return;
        }
        for (Bench bench : benches.values()) {
            if (bench.askNanos <= nowNanos) {
                bench.questions.forEach(this::ask);
                bench.askNanos = nowNanos + bench.settings.patienceNanos() / TIMES_WITHIN_PATIENCE;
            }
        }
        findNextDue();
    }

    private void ask(Question question) {
        try {
            neighbours.ask(question);
        } catch (PortException unanswered) {
            // Who cannot ask gets no answer, and that is told.
        }
    }

    private void judge(Bench bench, boolean up) {
        if (bench.up == null || bench.up != up) {
            bench.up = up;
            machine.accept(new RouterEvent.TrackerRead(TrackerKind.ARBITER, bench.settings.name(), up ? 1 : 0));
        }
    }

    private void findNextDue() {
        nextDueNanos = NEVER;
        for (Bench bench : benches.values()) {
            nextDueNanos = Math.min(nextDueNanos, Math.min(bench.askNanos, bench.silentNanos));
        }
    }

    long nextDueNanos() {
        return nextDueNanos;
    }
}
