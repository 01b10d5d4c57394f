package org.lvsdirector.vrrp.machine;

/**
 * Deadlines of one instance; {@link VrrpRouter#NEVER} where none is set.
 *
 * @param electionNanos BACKUP: the master counts as gone; MASTER: the next advertisement is due
 * @param preemptNanos BACKUP: lower priorities are tolerated until then (nothing happens at that moment itself)
 * @param secondRoundNanos MASTER: announce once more after becoming it
 * @param lowerPriorityRoundNanos MASTER: announce once more after hearing a lower priority
 * @param refreshNanos MASTER: announce again, periodically
 * @param extraNanos MASTER: announce again, periodically, on interfaces that advertisements do not use
 */
record Timers(
        long electionNanos,
        long preemptNanos,
        long secondRoundNanos,
        long lowerPriorityRoundNanos,
        long refreshNanos,
        long extraNanos) {
    static final Timers NONE = election(VrrpRouter.NEVER);

    /** Only the election timer. */
    static Timers election(long electionNanos) {
        return new Timers(
                electionNanos,
                VrrpRouter.NEVER,
                VrrpRouter.NEVER,
                VrrpRouter.NEVER,
                VrrpRouter.NEVER,
                VrrpRouter.NEVER);
    }

    Timers withElection(long nanos) {
        return new Timers(nanos, preemptNanos, secondRoundNanos, lowerPriorityRoundNanos, refreshNanos, extraNanos);
    }

    Timers withPreempt(long nanos) {
        return new Timers(electionNanos, nanos, secondRoundNanos, lowerPriorityRoundNanos, refreshNanos, extraNanos);
    }

    Timers withSecondRound(long nanos) {
        return new Timers(electionNanos, preemptNanos, nanos, lowerPriorityRoundNanos, refreshNanos, extraNanos);
    }

    Timers withLowerPriorityRound(long nanos) {
        return new Timers(electionNanos, preemptNanos, secondRoundNanos, nanos, refreshNanos, extraNanos);
    }

    Timers withRefresh(long nanos) {
        return new Timers(electionNanos, preemptNanos, secondRoundNanos, lowerPriorityRoundNanos, nanos, extraNanos);
    }

    Timers withExtra(long nanos) {
        return new Timers(electionNanos, preemptNanos, secondRoundNanos, lowerPriorityRoundNanos, refreshNanos, nanos);
    }

    /** The first deadline at which something happens. */
    long earliestNanos() {
        long announcements = Math.min(Math.min(lowerPriorityRoundNanos, refreshNanos), extraNanos);
        return Math.min(Math.min(electionNanos, secondRoundNanos), announcements);
    }
}
