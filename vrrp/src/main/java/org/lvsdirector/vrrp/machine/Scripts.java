package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lvsdirector.vrrp.machine.ScriptStatus.Standing;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.ScriptSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** The scripts that something tracks, by name. */
final class Scripts {
    private Map<String, ScriptTracker> trackers = new LinkedHashMap<>();

    /** Takes over new settings: a script that stays keeps its standing, a new one runs at once. */
    void configure(RouterSettings settings, long nowNanos) {
        Set<String> used = trackedScripts(settings);
        Map<String, ScriptTracker> next = new LinkedHashMap<>();
        for (ScriptSettings script : settings.scripts()) {
            if (used.contains(script.name())) {
                ScriptTracker known = trackers.get(script.name());
                next.put(
                        script.name(),
                        known == null ? ScriptTracker.fresh(script, nowNanos) : known.reconfigured(script, nowNanos));
            }
        }
        trackers = next;
    }

    private static Set<String> trackedScripts(RouterSettings settings) {
        Set<String> names = new HashSet<>();
        Stream.concat(
                        settings.instances().stream().flatMap(each -> each.tracked().stream()),
                        settings.syncGroups().stream().flatMap(each -> each.tracked().stream()))
                .filter(tracked -> tracked.kind() == TrackerKind.SCRIPT)
                .map(Tracked::name)
                .forEach(names::add);
        return names;
    }

    /** A script that does not exist counts as down: configuration checks should have caught it. */
    Standing standing(String name) {
        ScriptTracker tracker = trackers.get(name);
        return tracker == null ? Standing.DOWN : tracker.standing();
    }

    /** Takes in a result. Returns whether the standing changed; a result of an unknown script changes nothing. */
    boolean finished(String name, ScriptOutcome outcome, Moment moment) {
        ScriptTracker before = trackers.get(name);
        if (before == null) {
            return false;
        }
        ScriptTracker after = before.finished(outcome, moment);
        trackers.put(name, after);
        return after.standing() != before.standing();
    }

    void runDue(Moment moment) {
        trackers.replaceAll((name, each) -> each.nextRunNanos() <= moment.nowNanos() ? each.due(moment) : each);
    }

    long nextDeadlineNanos() {
        long earliest = VrrpRouter.NEVER;
        for (ScriptTracker each : trackers.values()) {
            earliest = Math.min(earliest, each.nextRunNanos());
        }
        return earliest;
    }

    List<ScriptStatus> status() {
        List<ScriptStatus> list = new ArrayList<>();
        trackers.forEach(
                (name, each) -> list.add(new ScriptStatus(name, each.standing(), each.lastOutcome(), each.running())));
        return list;
    }
}
