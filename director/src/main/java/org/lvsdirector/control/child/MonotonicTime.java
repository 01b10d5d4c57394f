package org.lvsdirector.control.child;

import java.time.Instant;

/** Turns times of the monotonic clock into times that people read. */
public final class MonotonicTime {
    private MonotonicTime() {}

    /**
     * The wall-clock time of a moment, in UTC, to the second.
     *
     * @param nanos on the monotonic clock
     */
    public static String toText(long nanos) {
        Instant then = Instant.now().minusNanos(System.nanoTime() - nanos);
        return Instant.ofEpochSecond(then.getEpochSecond()).toString();
    }
}
