package org.lvsdirector.vrrp.machine;

import java.util.List;
import java.util.Map;
import org.lvsdirector.vrrp.settings.InstanceKey;

/** The start of a unit: either all members take up a former mastery, or whatever an earlier process left is cleared away. */
record Launch(SyncUnit unit, long nowNanos, List<RouterAction> out) {

    /**
     * Starts all members.
     *
     * @param lastAdverts when former masters last advertised
     */
    void start(Surroundings surroundings, Map<InstanceKey, Long> lastAdverts) {
        for (Instance each : unit.members()) {
            Reassessment.of(new Turn(each, nowNanos, out), surroundings);
        }
        if (unit.fit() && unit.members().stream().allMatch(each -> mayResume(each, lastAdverts))) {
            unit.resume(nowNanos, out);
            return;
        }
        unit.members().forEach(each -> Transitions.release(new Turn(each, nowNanos, out)));
        unit.reassess(surroundings, true, nowNanos, out);
    }

    /** Others wait for the master-down interval, reckoned with their own skew: the one of priority 255 is the shortest. */
    private boolean mayResume(Instance instance, Map<InstanceKey, Long> lastAdverts) {
        Long last = lastAdverts.get(instance.key());
        long interval = instance.settings().advertisement().intervalNanos();
        return last != null
                && nowNanos - last
                        < ElectionTimes.masterDownNanos(
                                instance.settings(), instance.state().priority(), interval);
    }
}
