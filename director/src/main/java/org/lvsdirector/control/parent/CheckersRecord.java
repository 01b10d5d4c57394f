package org.lvsdirector.control.parent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.control.checkers.Predecessor;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.CheckersSettings;
import org.lvsdirector.control.message.KnownCheck;

/** What is known of the checkers processes so far, so that the next one can go on where the last one ended. */
final class CheckersRecord {
    private final Map<CheckId, KnownCheck> health = new LinkedHashMap<>();
    private long generation;

    void heard(List<KnownCheck> changed) {
        changed.forEach(check -> health.put(check.id(), check));
    }

    /** Another configuration is in force: what it does not check any more is forgotten, in case it comes back one day. */
    void configured(Work work) {
        CheckersSettings checkers = work.checkers();
        Set<CheckId> checked = checkers == null
                ? Set.of()
                : checkers.work().checks().stream().map(CheckSpec::id).collect(Collectors.toSet());
        health.keySet().retainAll(checked);
    }

    /** A process has put a configuration into force. */
    void committed(long number) {
        generation = number;
    }

    /** The last known state of every check that has one. */
    List<KnownCheck> health() {
        return List.copyOf(health.values());
    }

    /** Whom a process follows that begins with the configuration of this number. */
    Predecessor before(long number) {
        if (generation == 0) {
            return Predecessor.NONE;
        }
        return generation == number ? Predecessor.SAME_CONFIGURATION : Predecessor.OTHER_CONFIGURATION;
    }
}
