package org.lvsdirector.check;

/**
 * When a check runs; all times in nanoseconds.
 *
 * @param delayLoopNanos from the end of a try to the next one, positive; {@code delay_loop}
 * @param retry failures after the first one that a check which is up forgives, 0 or more
 * @param delayBeforeRetryNanos from a forgiven failure to the next try, 0 or more; {@code delay_before_retry}
 * @param patience how slowly it comes up again
 * @param warmupNanos the first try comes at a random time of 0 to this (and a second more), 0 or more; {@code warmup}
 */
public record CheckTiming(
        long delayLoopNanos, int retry, long delayBeforeRetryNanos, long warmupNanos, Patience patience) {
    public CheckTiming {
        if (delayLoopNanos <= 0) {
            throw new IllegalArgumentException("delay_loop of " + delayLoopNanos + " ns is not positive");
        }
        if (retry < 0 || delayBeforeRetryNanos < 0 || warmupNanos < 0) {
            throw new IllegalArgumentException("retry " + retry + ", delay_before_retry " + delayBeforeRetryNanos
                    + " ns or warmup " + warmupNanos + " ns is negative");
        }
    }

    /** With the first success counting. */
    public CheckTiming(long delayLoopNanos, int retry, long delayBeforeRetryNanos, long warmupNanos) {
        this(delayLoopNanos, retry, delayBeforeRetryNanos, warmupNanos, Patience.NONE);
    }
}
