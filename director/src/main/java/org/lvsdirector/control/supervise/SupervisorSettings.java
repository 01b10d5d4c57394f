package org.lvsdirector.control.supervise;

/**
 * The patience of the supervisor; all times in nanoseconds.
 *
 * @param beatNanos how often a child beats
 * @param missingBeats how many beats may be missing before a child is killed
 * @param startLimitNanos how long a child may take until it is ready
 * @param lateNanos a parent that itself woke later than this restarts all counts
 * @param firstTableWaitNanos how long vrrp waits for the first table of checkers
 * @param firstRestartNanos delay before the first restart of a child; it doubles with each one
 * @param longestRestartNanos upper bound of that delay
 * @param steadyNanos a child that ran this long starts again with the first delay
 * @param stopNanos how long a child may take to stop, and checkers to wait for vrrp
 * @param respawn whether a dead child is started again (false for {@code -R})
 */
public record SupervisorSettings(
        long beatNanos,
        int missingBeats,
        long startLimitNanos,
        long lateNanos,
        long firstTableWaitNanos,
        long firstRestartNanos,
        long longestRestartNanos,
        long steadyNanos,
        long stopNanos,
        boolean respawn) {
    private static final long SECOND = 1_000_000_000L;

    /** What a director uses. */
    public static SupervisorSettings standard(boolean respawn) {
        return new SupervisorSettings(
                SECOND,
                15,
                60 * SECOND,
                SECOND,
                10 * SECOND,
                SECOND / 4,
                30 * SECOND,
                60 * SECOND,
                5 * SECOND,
                respawn);
    }
}
