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

    /** @param process what the words begin with, such as {@code vrrp} */
    SchedulingConfig read(Block block, String process) {
        String nice = process + "_priority";
        return new SchedulingConfig(
                block.has(nice) ? (int) block.number(nice, 0) : null,
                (int) block.number(process + "_rt_priority", 0),
                block.has(process + "_rlimit_rttime") ? block.number(process + "_rlimit_rttime") : 0,
                block.flag(process + "_no_swap"),
                processors(block.last(process + "_cpu_affinity")));
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
