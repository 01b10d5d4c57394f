package org.lvsdirector.check.schedule;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.health.CheckHealth;

/** One check at work: its state, its counters and the try under way. Its deadline is its next try, or the end of the present one. */
final class CheckRun extends DeadlineHeap.Entry {
    /** Where a check is between two tries. */
    enum Phase {
        /** In the heap until its next try. */
        RESTING,
        /** Due, but as many tries as allowed are under way. */
        QUEUED,
        /** In the heap until its time-out. */
        TRYING,
        /** Not to be tried at present. */
        SUSPENDED,
        /** Not configured any more. */
        ENDED
    }

    final CheckSpec spec;
    CheckHealth health;
    Phase phase = Phase.RESTING;
    long dueNanos;
    long startedNanos;
    Prober.@Nullable Try attempt;
    private @Nullable CheckResult lastResult;
    private long successes;
    private long failures;
    private long inconclusive;
    private long changes;

    CheckRun(CheckSpec spec, CheckHealth health) {
        this.spec = spec;
        this.health = health;
    }

    void count(CheckResult result) {
        lastResult = result;
        switch (result.verdict()) {
            case SUCCEEDED -> successes++;
            case FAILED -> failures++;
            case INCONCLUSIVE -> inconclusive++;
        }
    }

    /** Takes over the new health; true if listeners care: up became down or back, the first try ended, or the weight changed. */
    boolean adopt(CheckHealth next) {
        boolean flipped = next.up() != health.up();
        boolean weighs = next.weightChange() != health.weightChange();
        boolean first = next.hasRun() != health.hasRun();
        changes += flipped ? 1 : 0;
        health = next;
        return flipped || first || weighs;
    }

    CheckSnapshot snapshot() {
        boolean running = phase == Phase.TRYING;
        return new CheckSnapshot(
                spec, health, lastResult, dueNanos, running, successes, failures, inconclusive, changes);
    }
}
