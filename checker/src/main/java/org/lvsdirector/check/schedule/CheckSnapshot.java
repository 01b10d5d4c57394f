package org.lvsdirector.check.schedule;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.health.CheckHealth;

/**
 * A check at one moment, for status and for a successor after a crash.
 *
 * @param lastResult null before the first try has ended; its times are on the monotonic clock of this process
 * @param nextTryNanos when the next try is due, on the same clock; of a try under way, when it was due
 * @param running whether a try is under way
 * @param successes tries that succeeded
 * @param failures tries that failed
 * @param inconclusive tries that failed on this machine
 * @param changes how often it went from up to down or back
 */
public record CheckSnapshot(
        CheckSpec spec,
        CheckHealth health,
        @Nullable CheckResult lastResult,
        long nextTryNanos,
        boolean running,
        long successes,
        long failures,
        long inconclusive,
        long changes) {}
