package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.vrrp.settings.LinkDelay;

/**
 * Links as they count: a change counts once it has lasted as long as the operator wants. That an interface is gone counts at once, and so
 * does what is known at the start.
 */
final class Links {
    private final Map<String, LinkState> seen = new HashMap<>();
    private final Map<String, LinkState> counted = new HashMap<>();
    private final Map<String, Long> dueNanos = new HashMap<>();
    private final Map<String, LinkDelay> delays = new HashMap<>();

    void configure(List<LinkDelay> wanted) {
        delays.clear();
        wanted.forEach(each -> delays.put(each.interfaceName(), each));
    }

    /** Takes in what the kernel says. Returns whether that is news. */
    boolean see(String name, LinkState state, long nowNanos) {
        if (seen.put(name, state) == state) {
            return false;
        }
        long delay = counted.containsKey(name) ? delay(name, state) : 0;
        if (delay == 0 || counted.get(name) == state) {
            dueNanos.remove(name);
            counted.put(name, state);
        } else {
            dueNanos.put(name, nowNanos + delay);
        }
        return true;
    }

    private long delay(String name, LinkState state) {
        LinkDelay delay = delays.get(name);
        if (delay == null || state == LinkState.MISSING) {
            return 0;
        }
        return state == LinkState.UP ? delay.upNanos() : delay.downNanos();
    }

    /** An interface that nobody told of is missing. */
    LinkState state(String name) {
        return counted.getOrDefault(name, LinkState.MISSING);
    }

    /** Counts what has lasted long enough. Returns whether anything has. */
    boolean settle(long nowNanos) {
        List<String> due = new ArrayList<>(0);
        dueNanos.forEach((name, when) -> {
            if (when <= nowNanos) {
                due.add(name);
            }
        });
        for (String name : due) {
            dueNanos.remove(name);
            counted.put(name, seen.getOrDefault(name, LinkState.MISSING));
        }
        return !due.isEmpty();
    }

    long nextDueNanos() {
        long earliest = VrrpRouter.NEVER;
        if (!dueNanos.isEmpty()) { // no iterator on the hot path
            for (long each : dueNanos.values()) {
                earliest = Math.min(earliest, each);
            }
        }
        return earliest;
    }
}
