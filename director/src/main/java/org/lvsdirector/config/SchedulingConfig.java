package org.lvsdirector.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the kernel is to treat a process.
 *
 * @param nice {@code _priority}; null where it is not given
 * @param realTimePriority {@code _rt_priority}; 0 where it is not given
 * @param realTimeLimitMicros {@code _rlimit_rttime}; 0 where it is not given: a JVM that collects garbage would not survive keepalived's default
 * @param noSwap {@code _no_swap}
 * @param processors {@code _cpu_affinity}; empty where it is not given
 */
public record SchedulingConfig(
        @Nullable Integer nice,
        int realTimePriority,
        long realTimeLimitMicros,
        boolean noSwap,
        List<Integer> processors) {
    /** None of the words. */
    public static final SchedulingConfig ORDINARY = new SchedulingConfig(null, 0, 0, false, List.of());

    public SchedulingConfig {
        processors = List.copyOf(processors);
    }
}
