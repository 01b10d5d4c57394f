package org.lvsdirector.vrrp.machine;

import java.util.Map;
import org.lvsdirector.vrrp.settings.InstanceKey;

/** The start of a unit: either all members take up a former mastery, or whatever an earlier process left is cleared away. */
record Launch(SyncUnit unit, Moment moment) {

    /**
     * Starts all members.
     *
     * @param lastAdverts when former masters last advertised
     */
    void start(Surroundings surroundings, Map<InstanceKey, Long> lastAdverts) {
        unit.members().forEach(each -> Reassessment.of(moment.turn(each), surroundings));
        if (unit.members().stream().allMatch(each -> mayResume(each, lastAdverts))) {
            unit.resume(moment);
            return;
        }
        unit.members().forEach(each -> Transitions.release(moment.turn(each)));
        unit.reassess(moment, surroundings, true);
    }

    /** A script that has not run yet is no obstacle: it succeeded for the former process. */
    private boolean mayResume(Instance instance, Map<InstanceKey, Long> lastAdverts) {
        Long last = lastAdverts.get(instance.key());
        long interval = instance.settings().advertisement().intervalNanos();
        return last != null
                && !instance.fitness().faulty()
                && moment.nowNanos() - last
                        < ElectionTimes.masterDownNanos(
                                instance.settings(), instance.state().priority(), interval);
    }
}
