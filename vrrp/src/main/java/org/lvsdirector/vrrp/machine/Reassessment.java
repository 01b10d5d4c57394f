package org.lvsdirector.vrrp.machine;

/** Looks at an instance's surroundings again: says what has become faulty and takes over the new priority. */
final class Reassessment {
    private Reassessment() {}

    static void of(Turn turn, Surroundings surroundings) {
        Instance instance = turn.instance();
        Fitness before = instance.reassess(surroundings);
        for (Fault fault : instance.fitness().faults()) {
            if (!before.faults().contains(fault)) {
                turn.say("entering FAULT state " + fault.logTail());
            }
        }
        priority(turn, instance.fitness().priority());
    }

    /** A BACKUP's skew changes with its priority, and with it the moment when it takes the master for gone. */
    private static void priority(Turn turn, int next) {
        InstanceState state = turn.state();
        int present = state.priority();
        if (next == present) {
            return;
        }
        if (state.state() != VrrpState.INIT) {
            turn.say("Changing effective priority from " + present + " to " + next);
        }
        InstanceState changed = state.withPriority(next);
        if (state.state() == VrrpState.BACKUP) {
            long interval = state.masterIntervalNanos();
            long shift = ElectionTimes.skewNanos(turn.settings(), next, interval)
                    - ElectionTimes.skewNanos(turn.settings(), present, interval);
            changed = changed.withElection(state.timers().electionNanos() + shift);
        }
        turn.enter(changed);
        if (state.state() == VrrpState.MASTER) {
            turn.tell(NotifyState.MASTER_PRIORITY);
        } else if (state.state() == VrrpState.BACKUP) {
            turn.tell(NotifyState.BACKUP_PRIORITY);
        }
    }
}
