package org.lvsdirector.reconcile;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When to compare with the kernel next: after the interval, but never so often that dumping takes more than a twentieth of the time; and
 * soon after a surprise, less soon after each further one.
 */
final class ResyncTimer {
    /** The interval is at least this many times the last dump's duration. */
    static final int DUMP_SHARE = 20;

    private static final long FIRST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LAST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final LongSupplier clock;
    private long intervalNanos;
    private long dumpedNanos;
    private long dumpDurationNanos;
    private long retryNanos = FIRST_RETRY_NANOS;
    private long retryDueNanos;
    private boolean retrying;

    ResyncTimer(LongSupplier clock) {
        this.clock = clock;
        this.dumpedNanos = clock.getAsLong();
    }

    /** @param nanos the interval, 0 for none */
    void every(long nanos) {
        intervalNanos = nanos;
    }

    void dumped(long durationNanos) {
        dumpedNanos = clock.getAsLong();
        dumpDurationNanos = durationNanos;
    }

    /** A change met something unexpected: look at the whole soon, and not later than already intended. */
    void surprised() {
        long now = clock.getAsLong();
        long due = now + Math.max(retryNanos, DUMP_SHARE * dumpDurationNanos);
        retryDueNanos = retrying && retryDueNanos > now ? Math.min(retryDueNanos, due) : due;
        retrying = true;
    }

    /** The whole was compared. Only this ends the retries: that some other change succeeded says nothing about one that was refused. */
    void compared(boolean allIsWell) {
        retrying = false;
        if (allIsWell) {
            retryNanos = FIRST_RETRY_NANOS;
        } else {
            surprised();
            retryNanos = Math.min(LAST_RETRY_NANOS, 2 * retryNanos);
        }
    }

    long nanosLeft() {
        long regular = intervalNanos == 0
                ? Long.MAX_VALUE
                : dumpedNanos + Math.max(intervalNanos, DUMP_SHARE * dumpDurationNanos) - clock.getAsLong();
        long left = retrying ? Math.min(regular, retryDueNanos - clock.getAsLong()) : regular;
        return Math.max(0, left);
    }
}
