package org.lvsdirector.vrrp.settings;

/**
 * When and how often a MASTER tells its neighbours (gratuitous ARP, unsolicited neighbour advertisements) where its addresses are.
 *
 * @param repeat packets for each address when mastery begins
 * @param delayNanos after this the same number again; 0 for no second round
 * @param refreshNanos period of further rounds while MASTER; 0 for none
 * @param refreshRepeat packets for each address in those
 * @param lowerPriorityRepeat packets for each address when a lower priority was heard
 * @param lowerPriorityDelayNanos after this the same number again; 0 for no second round
 * @param extra on interfaces that advertisements do not use
 */
public record GarpSchedule(
        int repeat,
        long delayNanos,
        long refreshNanos,
        int refreshRepeat,
        int lowerPriorityRepeat,
        long lowerPriorityDelayNanos,
        ExtraAnnouncements extra) {
    private static final int DEFAULT_REPEAT = 5;
    private static final long DEFAULT_DELAY_NANOS = 5_000_000_000L;

    /** keepalived's: five at once, five after five seconds, no refresh. */
    public static final GarpSchedule DEFAULT =
            new GarpSchedule(DEFAULT_REPEAT, DEFAULT_DELAY_NANOS, 0, 1, DEFAULT_REPEAT, DEFAULT_DELAY_NANOS);

    public GarpSchedule {
        Ranges.require("repeat", repeat, 0, Integer.MAX_VALUE);
        Ranges.require("delay", delayNanos, 0, Long.MAX_VALUE);
        Ranges.require("refresh", refreshNanos, 0, Long.MAX_VALUE);
        Ranges.require("refresh repeat", refreshRepeat, 0, Integer.MAX_VALUE);
        Ranges.require("lower priority repeat", lowerPriorityRepeat, 0, Integer.MAX_VALUE);
        Ranges.require("lower priority delay", lowerPriorityDelayNanos, 0, Long.MAX_VALUE);
    }

    /** Without extra ones. */
    public GarpSchedule(
            int repeat,
            long delayNanos,
            long refreshNanos,
            int refreshRepeat,
            int lowerPriorityRepeat,
            long lowerPriorityDelayNanos) {
        this(
                repeat,
                delayNanos,
                refreshNanos,
                refreshRepeat,
                lowerPriorityRepeat,
                lowerPriorityDelayNanos,
                ExtraAnnouncements.NONE);
    }
}
