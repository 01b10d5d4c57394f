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
    final Map<String, Integer> weightChanges = new HashMap<>();
    int tries;

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        tries++;
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
