package org.lvsdirector.check.schedule;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.CheckMachine;
import org.lvsdirector.check.health.CheckStep;
import org.lvsdirector.check.health.HealthMessage;

/**
 * Runs many checks in one thread. The caller waits for sockets or until {@link #nanosToNextDeadline()}, whichever comes first, and then
 * calls {@link #advance()}. Not safe for several threads.
 */
public final class CheckEngine implements AutoCloseable {
    /** keepalived waits this long before the first try of anything. */
    public static final long BOOTSTRAP_NANOS = 1_000_000_000L;

    /** A try that gets on may take so many time-outs, no more. */
    private static final long MOST_TIMEOUTS = 10;

    /** From here on a deadline was missed by more than the ordinary rounding of waits. */
    private static final long LATE_NANOS = 20_000_000L;

    private final Prober prober;
    private final LongSupplier clock;
    private final RandomGenerator random;
    private final int maxTries;
    private final CheckListener listener;
    private final DeadlineHeap deadlines = new DeadlineHeap();
    private final ArrayDeque<CheckRun> queue = new ArrayDeque<>();
    private Map<CheckId, CheckRun> runs = new LinkedHashMap<>();
    private final Map<CheckId, CheckHealth> health = new HashMap<>();
    private Predicate<CheckSpec> suspended = spec -> false;
    private int tries;

    /**
     * @param clock monotonic nanoseconds
     * @param random spreads the first tries
     * @param maxTries how many tries, and so descriptors, at once; more that are due wait for their turn
     */
    public CheckEngine(
            Prober prober, LongSupplier clock, RandomGenerator random, int maxTries, CheckListener listener) {
        this.prober = prober;
        this.clock = clock;
        this.random = random;
        this.maxTries = maxTries;
        this.listener = listener;
    }

    /**
     * Sets the checks that run from now on. One that is equal to a present one goes on undisturbed, with its state, counters and next
     * time. One that only shares its identity starts anew, but as up or down as its predecessor was: a server found dead must not come
     * back since somebody edited its time-out. Absent ones end.
     *
     * @param initial the state in which a check without a predecessor starts
     */
    public void replace(Collection<CheckSpec> specs, Function<CheckSpec, CheckHealth> initial) {
        long now = clock.getAsLong();
        Map<CheckId, CheckRun> next = new LinkedHashMap<>();
        for (CheckSpec spec : specs) {
            CheckRun present = runs.get(spec.id());
            if (present != null && present.spec.equals(spec)) {
                runs.remove(spec.id());
                next.put(spec.id(), present);
            } else {
                CheckHealth start = present == null ? initial.apply(spec) : CheckHealth.inherited(present.health);
                next.put(spec.id(), begin(spec, start, now));
            }
        }
        runs.values().forEach(this::end);
        runs = next;
        health.keySet().retainAll(runs.keySet());
        runs.forEach((id, run) -> health.put(id, run.health));
        startQueued();
    }

    private CheckRun begin(CheckSpec spec, CheckHealth start, long now) {
        CheckRun run = new CheckRun(spec, start);
        if (suspended.test(spec)) {
            run.phase = CheckRun.Phase.SUSPENDED;
            return run;
        }
        say("Activating", spec);
        long warmup = spec.timing().warmupNanos();
        rest(run, now + BOOTSTRAP_NANOS + (warmup == 0 ? 0 : random.nextLong(warmup)));
        return run;
    }

    private void end(CheckRun run) {
        stop(run, CheckRun.Phase.ENDED);
    }

    private void stop(CheckRun run, CheckRun.Phase next) {
        if (run.phase == CheckRun.Phase.TRYING) {
            cancelTry(run);
        }
        deadlines.remove(run);
        run.phase = next;
    }

    /**
     * Sets which checks are not tried for the time being. Their state stays as it is; when they go on, they do so within their delay loop.
     *
     * @param which may be asked again about the same check, also one that comes later
     */
    public void suspend(Predicate<CheckSpec> which) {
        suspended = which;
        long now = clock.getAsLong();
        for (CheckRun run : runs.values()) {
            boolean resting = run.phase == CheckRun.Phase.SUSPENDED;
            if (which.test(run.spec) == resting) {
                continue;
            }
            say(resting ? "Activating" : "Suspending", run.spec);
            if (resting) {
                rest(run, now + random.nextLong(run.spec.timing().delayLoopNanos()));
            } else {
                stop(run, CheckRun.Phase.SUSPENDED);
            }
        }
    }

    private void say(String verb, CheckSpec spec) {
        listener.message(new HealthMessage(
                HealthMessage.Level.INFO,
                verb + " healthchecker for service " + spec.id().server() + " for VS "
                        + spec.id().service()));
    }

    /** Has checks that rest tried at once: something is known to have changed for them. */
    public void hurry(Predicate<Probe> which) {
        long now = clock.getAsLong();
        for (CheckRun run : runs.values()) {
            if (run.phase == CheckRun.Phase.RESTING && which.test(run.spec.probe())) {
                rest(run, now);
            }
        }
    }

    /** Starts the tries that are due and ends those out of time. */
    public void advance() {
        long now = clock.getAsLong();
        for (CheckRun run = firstDue(now); run != null; run = firstDue(now)) {
            if (run.phase == CheckRun.Phase.TRYING) {
                String words = run.attempt == null ? "" : run.attempt.silence();
                cancelTry(run);
                CheckResult.Cause silence = run.spec.probe().silence();
                ended(run, silence, silence == CheckResult.Cause.TIMED_OUT ? words : "", null);
            } else {
                deadlines.remove(run);
                run.phase = CheckRun.Phase.QUEUED;
                queue.add(run);
            }
        }
        startQueued();
    }

    private @Nullable CheckRun firstDue(long now) {
        DeadlineHeap.Entry first = deadlines.first();
        return first instanceof CheckRun run && first.deadlineNanos() - now <= 0 ? run : null;
    }

    private void startQueued() {
        while (tries < maxTries && !queue.isEmpty()) {
            CheckRun run = queue.remove();
            if (run.phase == CheckRun.Phase.QUEUED) {
                start(run);
            }
        }
    }

    private void start(CheckRun run) {
        long now = clock.getAsLong();
        run.phase = CheckRun.Phase.TRYING;
        run.startedNanos = now;
        tries++;
        deadlines.schedule(run, now + run.spec.probe().timeoutNanos());
        Prober.Try attempt = prober.start(run.spec, run.health.stage(), new TryOutcome(run));
        // The outcome may have come already, and with it the end of the try.
        run.attempt = run.phase == CheckRun.Phase.TRYING ? attempt : null;
    }

    /** What the prober tells of the present try of a check. */
    private final class TryOutcome implements Prober.Outcome {
        private final CheckRun run;

        TryOutcome(CheckRun run) {
            this.run = run;
        }

        @Override
        public void ended(CheckResult.Cause cause, String detail) {
            end(cause, detail, null);
        }

        @Override
        public void ended(CheckResult.Cause cause, String detail, int weightChange) {
            end(cause, detail, weightChange);
        }

        private void end(CheckResult.Cause cause, String detail, @Nullable Integer weightChange) {
            if (run.phase == CheckRun.Phase.TRYING) {
                tries--;
                run.attempt = null;
                CheckEngine.this.ended(run, cause, detail, weightChange);
            }
        }

        /** A server that sends a drop at a time must come to an end all the same. */
        @Override
        public void progressed() {
            if (run.phase == CheckRun.Phase.TRYING) {
                long timeout = run.spec.probe().timeoutNanos();
                long last = run.startedNanos + MOST_TIMEOUTS * timeout;
                long next = clock.getAsLong() + timeout;
                deadlines.schedule(run, next - last < 0 ? next : last);
            }
        }
    }

    private void cancelTry(CheckRun run) {
        tries--;
        if (run.attempt != null) {
            run.attempt.cancel();
            run.attempt = null;
        }
    }

    private void ended(CheckRun run, CheckResult.Cause cause, String detail, @Nullable Integer weightChange) {
        long now = clock.getAsLong();
        CheckResult result = new CheckResult(cause, detail, now, now - run.startedNanos, weightChange);
        run.count(result);
        CheckStep step = CheckMachine.step(run.spec, run.health, result);
        boolean changed = run.adopt(step.health());
        health.put(run.spec.id(), run.health);
        rest(run, now + step.delayNanos());
        step.messages().forEach(listener::message);
        if (changed) {
            listener.changed(run.spec, run.health, result);
        }
    }

    private void rest(CheckRun run, long dueNanos) {
        run.phase = CheckRun.Phase.RESTING;
        run.dueNanos = dueNanos;
        deadlines.schedule(run, dueNanos);
    }

    /** When {@link #advance} has something to do next; empty-handed engines say {@link Long#MAX_VALUE} from now. */
    public long nanosToNextDeadline() {
        if (tries < maxTries && !queue.isEmpty()) {
            return 0;
        }
        DeadlineHeap.Entry first = deadlines.first();
        return first == null ? Long.MAX_VALUE : Math.max(0, first.deadlineNanos() - clock.getAsLong());
    }

    /**
     * Whether the caller comes so late that answers may have come in time and wait to be heard. It should look at the sockets once more before
     * {@link #advance()}, which would take their silence for the servers'.
     */
    public boolean isLate() {
        DeadlineHeap.Entry first = deadlines.first();
        return first != null && clock.getAsLong() - first.deadlineNanos() > LATE_NANOS;
    }

    /** What is known of each check: a view that follows the checks. */
    public Map<CheckId, CheckHealth> health() {
        return Collections.unmodifiableMap(health);
    }

    /** All checks, in the order they were given. */
    public List<CheckSnapshot> snapshot() {
        return runs.values().stream().map(CheckRun::snapshot).toList();
    }

    /** Cancels every try. */
    @Override
    public void close() {
        runs.values().forEach(this::end);
        runs = new LinkedHashMap<>();
        health.clear();
    }
}
