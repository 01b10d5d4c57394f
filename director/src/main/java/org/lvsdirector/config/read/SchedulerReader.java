package org.lvsdirector.config.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceFlag;

/** Scheduler and flags of a virtual server. */
final class SchedulerReader {
    /** The kernel's bits mean different things to different schedulers; these are the names that two of them give theirs. */
    private static final Map<String, ServiceFlag> SCHEDULER_FLAGS = Map.of(
            "sh-fallback", ServiceFlag.SCHEDULER_1,
            "sh-port", ServiceFlag.SCHEDULER_2,
            "mh-fallback", ServiceFlag.SCHEDULER_1,
            "mh-port", ServiceFlag.SCHEDULER_2);

    private static final List<Map.Entry<String, ServiceFlag>> PLAIN_FLAGS = List.of(
            Map.entry("flag-1", ServiceFlag.SCHEDULER_1),
            Map.entry("flag-2", ServiceFlag.SCHEDULER_2),
            Map.entry("flag-3", ServiceFlag.SCHEDULER_3));

    private final Problems problems;

    SchedulerReader(Problems problems) {
        this.problems = problems;
    }

    String scheduler(Block block, String label) {
        if (!block.has("lb_algo")) {
            problems.warning(
                    block.place(),
                    "virtual_server " + label + " names no scheduler: " + block.defaultOf("lb_algo") + " is used",
                    "add a line: lb_algo rr");
        }
        String given = block.choice("lb_algo");
        return given == null ? block.defaultOf("lb_algo") : given;
    }

    /** @param byMark the service is found by mark, so that its packets may be of any protocol */
    Set<ServiceFlag> flags(Block block, String scheduler, Protocol protocol, boolean byMark) {
        Set<ServiceFlag> flags = EnumSet.noneOf(ServiceFlag.class);
        for (Map.Entry<String, ServiceFlag> flag : PLAIN_FLAGS) {
            if (block.flag(flag.getKey())) {
                flags.add(flag.getValue());
            }
        }
        SCHEDULER_FLAGS.forEach((word, flag) -> {
            String needed = word.substring(0, 2);
            if (block.flag(word) && scheduler.equals(needed)) {
                flags.add(flag);
            } else if (block.flag(word)) {
                problems.warning(
                        block.placeOf(word),
                        "'" + word + "' goes with scheduler " + needed + " alone and is ignored",
                        "remove it");
            }
        });
        if (block.flag("ops") && (byMark || protocol == Protocol.UDP)) {
            flags.add(ServiceFlag.ONE_PACKET);
        } else if (block.flag("ops")) {
            problems.warning(block.placeOf("ops"), "'ops' goes with UDP alone and is ignored", "remove it");
        }
        return flags;
    }
}
