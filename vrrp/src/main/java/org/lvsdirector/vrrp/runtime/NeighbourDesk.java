package org.lvsdirector.vrrp.runtime;

import java.util.function.Consumer;
import org.lvsdirector.vrrp.machine.RouterEvent;
import org.lvsdirector.vrrp.runtime.Neighbours.Answer;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** All that is asked of the hosts of a network: who else has our addresses, and whether the arbiters answer. */
final class NeighbourDesk {
    private final Neighbours neighbours;
    private final AddressProbes probes;
    private final ArbiterDesk arbiters;

    NeighbourDesk(Neighbours neighbours, Consumer<RouterEvent> machine) {
        this.neighbours = neighbours;
        this.probes = new AddressProbes(neighbours, machine);
        this.arbiters = new ArbiterDesk(neighbours, machine);
    }

    AddressProbes probes() {
        return probes;
    }

    void configure(RouterSettings settings, long nowNanos) {
        probes.configure(settings.options().probesAddresses());
        arbiters.configure(settings.tracking().arbiters(), nowNanos);
    }

    /** Takes in all answers that wait. */
    void readWaiting(long nowNanos) {
        for (Answer answer = neighbours.receive(); answer != null; answer = neighbours.receive()) {
            boolean fromArbiter = arbiters.heard(answer, nowNanos);
            boolean used = probes.heard(answer) || fromArbiter;
            if (!used) {
                neighbours.forget(answer.question());
            }
        }
    }

    /** Tells the machine which arbiters have been silent for too long. */
    void judge(long nowNanos) {
        arbiters.judgeDue(nowNanos);
    }

    /** After all else: nothing of this may delay an advertisement. */
    void askDue(long nowNanos) {
        arbiters.askDue(nowNanos);
        probes.askDue(nowNanos);
    }

    long nextDueNanos() {
        return Math.min(arbiters.nextDueNanos(), probes.nextDueNanos());
    }
}
