package org.lvsdirector.vrrp.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: what is to happen, in order of time and then of being asked for. */
final class Timeline {
    /** Some time after boot. */
    static final long START = 1_000_000_000_000L;

    private record Entry(long nanos, long number, Runnable what) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::nanos).thenComparingLong(Entry::number));
    private long now = START;
    private long count;

    long now() {
        return now;
    }

    void at(long nanos, Runnable what) {
        entries.add(new Entry(Math.max(now, nanos), count++, what));
    }

    void after(long delayNanos, Runnable what) {
        at(now + delayNanos, what);
    }

    long nextNanos() {
        Entry next = entries.peek();
        return next == null ? Long.MAX_VALUE : next.nanos();
    }

    /** Moves to the time of the next entry and runs it. */
    void runNext() {
        Entry next = entries.remove();
        now = next.nanos();
        next.what().run();
    }

    void moveTo(long nanos) {
        now = Math.max(now, nanos);
    }
}
