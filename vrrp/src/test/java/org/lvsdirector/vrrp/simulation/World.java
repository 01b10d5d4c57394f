package org.lvsdirector.vrrp.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Hosts and segments of one scenario on virtual time. */
final class World {
    private final Timeline timeline = new Timeline();
    private final Map<String, Lan> lans = new LinkedHashMap<>();
    private final List<Host> hosts = new ArrayList<>();
    private final Invariants invariants;

    World(Scenario scenario, Random random) {
        for (String name : Scenario.INTERFACES) {
            lans.put(name, new Lan(name, timeline, random));
        }
        scenario.hosts().forEach(each -> hosts.add(new Host(hosts.size() + 1, each, lans, timeline)));
        this.invariants = new Invariants(hosts);
    }

    Timeline timeline() {
        return timeline;
    }

    List<Host> hosts() {
        return hosts;
    }

    Iterable<Lan> lans() {
        return lans.values();
    }

    Invariants invariants() {
        return invariants;
    }

    void runFor(long nanos) {
        long end = timeline.now() + nanos;
        while (true) {
            Host due = earliest();
            long deadline = due == null ? Long.MAX_VALUE : due.nextDeadlineNanos();
            long next = Math.min(deadline, timeline.nextNanos());
            if (next > end) {
                timeline.moveTo(end);
                return;
            }
            if (due != null && deadline < timeline.nextNanos()) {
                timeline.moveTo(deadline);
                due.turn();
                if (due.nextDeadlineNanos() <= timeline.now()) {
                    throw new AssertionError("host " + due.number() + " would spin at its deadline");
                }
            } else {
                timeline.runNext();
            }
            invariants.alwaysHold();
        }
    }

    private Host earliest() {
        Host earliest = hosts.get(0);
        for (Host each : hosts) {
            if (each.nextDeadlineNanos() < earliest.nextDeadlineNanos()) {
                earliest = each;
            }
        }
        return earliest;
    }
}
