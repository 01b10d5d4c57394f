package org.lvsdirector.check.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;

/** A prober whose tries end when a test says so; or at once, for servers with a standing answer. */
final class ScriptedProber implements Prober {
    final Map<CheckId, Outcome> open = new LinkedHashMap<>();
    final List<CheckId> started = new ArrayList<>();
    final List<Integer> stages = new ArrayList<>();
    final Map<CheckId, CheckResult.Cause> standing = new LinkedHashMap<>();
    int cancelled;
    int mostAtOnce;

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        started.add(spec.id());
        stages.add(stage);
        CheckResult.Cause cause = standing.get(spec.id());
        if (cause != null) {
            outcome.ended(cause, "as told");
            return () -> {};
        }
        open.put(spec.id(), outcome);
        mostAtOnce = Math.max(mostAtOnce, open.size());
        return () -> {
            if (open.remove(spec.id()) != null) {
                cancelled++;
            }
        };
    }

    void progress(CheckId id) {
        Outcome outcome = open.get(id);
        if (outcome == null) {
            throw new AssertionError("no try of " + id + " is under way");
        }
        outcome.progressed();
    }

    void end(CheckId id, CheckResult.Cause cause) {
        Outcome outcome = open.remove(id);
        if (outcome == null) {
            throw new AssertionError("no try of " + id + " is under way");
        }
        outcome.ended(cause, "as told");
    }
}
