package org.lvsdirector.vrrp.settings;

import org.lvsdirector.vrrp.packet.Advertisement;

/**
 * How an instance stands in the election.
 *
 * @param basePriority 1 to 255; 255 owns the addresses
 * @param preempt whether a BACKUP of higher priority takes over from a working MASTER
 * @param preemptDelayNanos how long it hears lower priorities before it does; 0 for at once
 * @param downTimerAdverts missed advertisements after which a MASTER counts as gone; 3 in the RFCs
 * @param lowerPriorityNoAdvert whether a MASTER that hears a lower priority keeps still instead of advertising at once
 * @param higherPrioritySendAdvert whether a MASTER that hears a higher priority sends one advertisement before it yields
 * @param ownerIgnoresAdverts whether the owner of the addresses listens to nobody
 */
public record ElectionSettings(
        InitialState initialState,
        int basePriority,
        boolean preempt,
        long preemptDelayNanos,
        int downTimerAdverts,
        boolean lowerPriorityNoAdvert,
        boolean higherPrioritySendAdvert,
        boolean ownerIgnoresAdverts) {
    /** The factor of the RFCs (RFC 3768, section 6.1). */
    public static final int DEFAULT_DOWN_TIMER_ADVERTS = 3;

    public ElectionSettings {
        Ranges.require("priority", basePriority, 1, Advertisement.PRIORITY_OWNER);
        Ranges.require("preempt delay", preemptDelayNanos, 0, Long.MAX_VALUE);
        Ranges.require("number of missed advertisements", downTimerAdverts, 1, Integer.MAX_VALUE);
    }

    /** With an owner that listens as the others do. */
    public ElectionSettings(
            InitialState initialState,
            int basePriority,
            boolean preempt,
            long preemptDelayNanos,
            int downTimerAdverts,
            boolean lowerPriorityNoAdvert,
            boolean higherPrioritySendAdvert) {
        this(
                initialState,
                basePriority,
                preempt,
                preemptDelayNanos,
                downTimerAdverts,
                lowerPriorityNoAdvert,
                higherPrioritySendAdvert,
                false);
    }

    /** Plain election: preempts at once, answers lower priorities with an advertisement. */
    public static ElectionSettings of(InitialState initialState, int basePriority) {
        return new ElectionSettings(initialState, basePriority, true, 0, DEFAULT_DOWN_TIMER_ADVERTS, false, false);
    }

    /** The same, but leaves a working MASTER alone. */
    public ElectionSettings withoutPreemption() {
        return new ElectionSettings(
                initialState,
                basePriority,
                false,
                0,
                downTimerAdverts,
                lowerPriorityNoAdvert,
                higherPrioritySendAdvert,
                ownerIgnoresAdverts);
    }

    /** The same with a preemption delay. */
    public ElectionSettings withPreemptDelay(long nanos) {
        return new ElectionSettings(
                initialState,
                basePriority,
                preempt,
                nanos,
                downTimerAdverts,
                lowerPriorityNoAdvert,
                higherPrioritySendAdvert,
                ownerIgnoresAdverts);
    }
}
