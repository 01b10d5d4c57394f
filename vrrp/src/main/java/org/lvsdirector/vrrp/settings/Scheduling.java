package org.lvsdirector.vrrp.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the kernel is to treat the process.
 *
 * @param nice nice value of all its threads, -20 to 19, or null to leave it
 * @param realTimePriority round-robin real-time priority of the threads that everything waits for, 1 to 99, or 0 for ordinary scheduling
 * @param realTimeLimitMicros the kernel ends a process that runs so long at real-time priority without a pause; 0 for no limit
 * @param locked whether its memory stays out of swap
 * @param processors the only processors that it may run on; empty for all
 */
public record Scheduling(
        @Nullable Integer nice,
        int realTimePriority,
        long realTimeLimitMicros,
        boolean locked,
        List<Integer> processors) {
    /** As any other process. */
    public static final Scheduling ORDINARY = new Scheduling(null, 0, 0, false, List.of());

    public Scheduling {
        Ranges.require("real-time priority", realTimePriority, 0, 99);
        Ranges.require("real-time limit", realTimeLimitMicros, 0, Long.MAX_VALUE);
        processors = List.copyOf(processors);
    }
}
