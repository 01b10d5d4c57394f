package org.lvsdirector.config.read;

import java.util.List;
import org.lvsdirector.check.PoolPolicy;
import org.lvsdirector.config.syntax.Problems;

/** The words of a virtual server that hold for all its real servers together. */
final class PoolPolicyReader {
    private final Problems problems;

    PoolPolicyReader(Problems problems) {
        this.problems = problems;
    }

    PoolPolicy read(Block block, List<ServiceTarget> targets, String label) {
        return new PoolPolicy(
                suspend(block, targets, label),
                block.count("healthy_floor"),
                block.time("slow_start").toNanos());
    }

    /** As in keepalived, only for a service whose one address can be looked for. */
    private boolean suspend(Block block, List<ServiceTarget> targets, String label) {
        if (!block.flag("ha_suspend")) {
            return false;
        }
        if (label.startsWith("group ") || targets.stream().anyMatch(ServiceTarget.Mark.class::isInstance)) {
            problems.warning(
                    block.placeOf("ha_suspend"),
                    "'ha_suspend' has no effect: virtual_server " + label + " has no address of its own",
                    "remove this line");
            return false;
        }
        return true;
    }
}
