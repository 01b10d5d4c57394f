package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.SchedulingConfig;
import org.lvsdirector.config.syntax.Problems;

/** The words of {@code global_defs} for the scheduling of one process. */
final class SchedulingReader {
    /** {@code CPU_SETSIZE} of sched.h. */
    private static final int MOST_PROCESSORS = 1024;

    private final Problems problems;

    SchedulingReader(Problems problems) {
        this.problems = problems;
    }

    /** Of the vrrp process. */
    SchedulingConfig vrrp(Block block) {
        return new SchedulingConfig(
                block.has("vrrp_priority") ? (int) block.number("vrrp_priority", 0) : null,
                (int) block.number("vrrp_rt_priority", 0),
                block.number("vrrp_rlimit_rttime", 0),
                block.flag("vrrp_no_swap"),
                processors(block.last("vrrp_cpu_affinity")));
    }

    /** Of the checkers process. */
    SchedulingConfig checkers(Block block) {
        return new SchedulingConfig(
                block.has("checker_priority") ? (int) block.number("checker_priority", 0) : null,
                (int) block.number("checker_rt_priority", 0),
                block.number("checker_rlimit_rttime", 0),
                block.flag("checker_no_swap"),
                processors(block.last("checker_cpu_affinity")));
    }

    private List<Integer> processors(@Nullable Entry entry) {
        List<Integer> processors = new ArrayList<>();
        for (int index = 0; entry != null && entry.argument(index) != null; index++) {
            String word = String.valueOf(entry.argument(index));
            if (word.matches("\\d{1,4}") && Integer.parseInt(word) < MOST_PROCESSORS) {
                processors.add(Integer.parseInt(word));
            } else {
                problems.error(
                        entry.place(),
                        "'" + word + "' is no processor",
                        "write their numbers, such as 0 2 3; /proc/cpuinfo lists them");
            }
        }
        return processors;
    }
}
