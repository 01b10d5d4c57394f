package org.lvsdirector.config.read;

import java.time.Duration;
import org.lvsdirector.config.ElectionConfig;
import org.lvsdirector.config.StartState;
import org.lvsdirector.config.syntax.Problems;

/** The words of an instance that decide who becomes master, with what keepalived makes of those that contradict each other. */
final class ElectionReader {
    /** Priority of the router that owns the addresses (RFC 3768, 5.3.4). */
    static final int OWNER = 255;

    private static final int DOWN_TIMER_ADVERTS = 3;

    private final Problems problems;

    ElectionReader(Problems problems) {
        this.problems = problems;
    }

    /** The priority; {@code state MASTER} without one means the owner's, as in keepalived. */
    int priority(Block block, String name) {
        if (block.has("priority") || !"MASTER".equals(stateWord(block))) {
            return block.count("priority");
        }
        problems.warning(
                block.placeOf("state"),
                "'" + name + "' is MASTER without a priority, which makes it the owner of the addresses: priority "
                        + OWNER,
                "add a priority");
        return OWNER;
    }

    StartState state(Block block, String name, int priority, boolean strict) {
        String word = block.choice("state");
        StartState state = word == null ? StartState.UNSET : StartState.valueOf(word);
        boolean owner = priority == OWNER;
        if (strict && state != StartState.UNSET && owner != (state == StartState.MASTER)) {
            StartState strictState = owner ? StartState.MASTER : StartState.BACKUP;
            problems.warning(
                    block.placeOf("state"),
                    "'" + name + "' is in strict mode, where only priority " + OWNER
                            + " starts as MASTER: it starts as " + strictState,
                    "remove vrrp_strict, or write state " + strictState);
            return strictState;
        }
        return state;
    }

    ElectionConfig read(Block block, String name, InstanceDefaults defaults, boolean strict, int priority) {
        boolean master = "MASTER".equals(stateWord(block));
        return new ElectionConfig(
                preempt(block, name, master, priority),
                preemptDelay(block, name, master, strict),
                strict,
                block.bool("skip_check_adv_addr", defaults.skipCheckAdvertAddresses()),
                strict || block.bool("lower_prio_no_advert", defaults.lowerPriorityNoAdvert()),
                !strict && block.bool("higher_prio_send_advert", defaults.higherPrioritySendAdvert()),
                defaults.ownerIgnoresAdverts() || block.flag("owner_ignore_adverts"),
                strict ? DOWN_TIMER_ADVERTS : block.count("down_timer_adverts", defaults.downTimerAdverts()));
    }

    private static String stateWord(Block block) {
        Entry entry = block.last("state");
        String word = entry == null ? null : entry.argument(0);
        return word == null ? "" : word;
    }

    private boolean preempt(Block block, String name, boolean master, int priority) {
        Entry nopreempt = block.last("nopreempt");
        Entry preempt = block.last("preempt");
        if (nopreempt == null
                || (preempt != null
                        && preempt.place().line() > nopreempt.place().line())) {
            return true;
        }
        if (!master && priority != OWNER) {
            return false;
        }
        String why = master ? "state MASTER" : "priority " + OWNER;
        problems.warning(
                nopreempt.place(),
                "nopreempt does not go with " + why + ": '" + name + "' will preempt",
                master ? "write state BACKUP on all routers of the group" : "choose a lower priority");
        return true;
    }

    private Duration preemptDelay(Block block, String name, boolean master, boolean strict) {
        Duration delay = block.time("preempt_delay");
        if (delay.isZero() || (!master && !strict)) {
            return delay;
        }
        problems.warning(
                block.placeOf("preempt_delay"),
                "preempt_delay does not go with " + (strict ? "strict mode" : "state MASTER") + ": '" + name
                        + "' will not wait",
                strict ? "remove vrrp_strict" : "write state BACKUP");
        return Duration.ZERO;
    }
}
