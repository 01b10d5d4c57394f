package org.lvsdirector.check;

import org.jspecify.annotations.Nullable;

/**
 * One configured check: whom to ask, how and when. Two equal specifications are the same check, so a reload that leaves one as it was
 * keeps its state and counters.
 *
 * @param alpha starts as down until it first succeeds; otherwise it starts as up
 * @param logAllFailures reports each failed try, not only the one that takes the real server down
 * @param path the way of clients' packets, which is asked as well; null: the straight way will do
 */
public record CheckSpec(
        CheckId id,
        Probe probe,
        CheckTiming timing,
        boolean alpha,
        boolean logAllFailures,
        @Nullable DataPath path) {

    /** One that asks straight. */
    public CheckSpec(CheckId id, Probe probe, CheckTiming timing, boolean alpha, boolean logAllFailures) {
        this(id, probe, timing, alpha, logAllFailures, null);
    }

    /** The same with another probe. */
    public CheckSpec with(Probe other) {
        return new CheckSpec(id, other, timing, alpha, logAllFailures, path);
    }
}
