package org.lvsdirector.control.checkers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.schedule.Prober;

/** Measures how long after its due time each try begins: due is the end of the one before plus the delay loop. */
final class Lateness implements Prober {
    private final Prober prober;
    private final long delayNanos;
    private final Map<CheckId, Long> ends = new HashMap<>();
    private long[] late = new long[1 << 16];
    private int count;

    Lateness(Prober prober, long delayNanos) {
        this.prober = prober;
        this.delayNanos = delayNanos;
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        Long end = ends.get(spec.id());
        if (end != null) {
            if (count == late.length) {
                late = Arrays.copyOf(late, 2 * count);
            }
            late[count++] = System.nanoTime() - end - delayNanos;
        }
        return prober.start(spec, stage, new Outcome() {
            @Override
            public void ended(Cause cause, String detail) {
                ends.put(spec.id(), System.nanoTime());
                outcome.ended(cause, detail);
            }

            @Override
            public void progressed() {
                outcome.progressed();
            }
        });
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** Nanoseconds that this part of the tries was at most late. */
    long percentile(double part) {
        long[] sorted = Arrays.copyOf(late, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, Math.round(part * count))];
    }
}
