package org.lvsdirector.control.checkers;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.schedule.Prober;

/** A prober that knows who is dead. */
final class StandingProber implements Prober {
    final Set<String> dead = new HashSet<>();
    /** By those who are slow, whom the test tells what they say in the end. */
    final Map<String, Outcome> unanswered = new HashMap<>();

    final Set<String> slow = new HashSet<>();
    final Map<String, Integer> weightChanges = new HashMap<>();
    int tries;

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        tries++;
        if (slow.contains(spec.id().server())) {
            unanswered.put(spec.id().server(), outcome);
            return () -> {};
        }
        boolean refused = dead.contains(spec.id().server());
        Integer weightChange = weightChanges.get(spec.id().server());
        if (weightChange != null) {
            outcome.ended(CheckResult.Cause.ANSWERED, "", weightChange);
            return () -> {};
        }
        outcome.ended(refused ? CheckResult.Cause.REFUSED : CheckResult.Cause.ANSWERED, "");
        return () -> {};
    }
}
