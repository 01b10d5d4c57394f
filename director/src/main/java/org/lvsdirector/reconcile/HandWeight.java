package org.lvsdirector.reconcile;

import org.lvsdirector.plan.Names;

/**
 * A weight that somebody set by hand on a real server of ours.
 *
 * @param weight what it is now
 * @param configured what it would be otherwise
 */
public record HandWeight(ServerRef where, int weight, int configured) {

    /** As status shows it. */
    public String shown() {
        return "weight " + weight + " by hand (configured " + configured + ")";
    }

    /** As the log says it. */
    @Override
    public String toString() {
        return Names.of(where.service(), where.server()) + " of VS " + Names.of(where.service()) + ": " + shown();
    }
}
