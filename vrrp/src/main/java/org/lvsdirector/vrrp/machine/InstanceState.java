package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what an instance does next, beside its settings and its fitness.
 *
 * @param wantsMaster whether it would be MASTER but for its sync group
 * @param priority effective priority, 1 to 255
 * @param masterIntervalNanos interval of the master: in version 3 as heard, else our own
 * @param master source of the last advertisement heard as BACKUP
 * @param complaints kinds of {@link Complaints} that were logged since the state last changed
 */
record InstanceState(
        VrrpState state,
        boolean wantsMaster,
        int priority,
        long masterIntervalNanos,
        @Nullable InetAddress master,
        Timers timers,
        Set<String> complaints) {

    static InstanceState initial(int priority, long intervalNanos, boolean wantsMaster) {
        return new InstanceState(VrrpState.INIT, wantsMaster, priority, intervalNanos, null, Timers.NONE, Set.of());
    }

    /** Enters another state: nothing is known of a master, nothing has been complained about. */
    InstanceState entering(VrrpState next, boolean wants, long intervalNanos, Timers nextTimers) {
        return new InstanceState(next, wants, priority, intervalNanos, null, nextTimers, Set.of());
    }

    InstanceState withTimers(Timers next) {
        return new InstanceState(state, wantsMaster, priority, masterIntervalNanos, master, next, complaints);
    }

    InstanceState withElection(long nanos) {
        return withTimers(timers.withElection(nanos));
    }

    InstanceState withWantsMaster(boolean wants) {
        return new InstanceState(state, wants, priority, masterIntervalNanos, master, timers, complaints);
    }

    InstanceState withPriority(int next) {
        return new InstanceState(state, wantsMaster, next, masterIntervalNanos, master, timers, complaints);
    }

    InstanceState withMaster(@Nullable InetAddress heard, long intervalNanos) {
        return new InstanceState(state, wantsMaster, priority, intervalNanos, heard, timers, complaints);
    }

    InstanceState withComplaints(Set<String> kinds) {
        return new InstanceState(state, wantsMaster, priority, masterIntervalNanos, master, timers, kinds);
    }
}
