package org.lvsdirector.check.health;

/**
 * What is known of one check.
 *
 * @param up whether it counts as passed
 * @param hasRun whether a try has ended with a success or a failure; until then one failure is enough to take it down
 * @param retries failures forgiven since the last success
 * @param stage the part of a probe in stages that comes next, from 0
 * @param stuck whether that part is the one that took it down: when it succeeds, all begin anew
 * @param blocked whether the last try failed on this machine, so that nothing is known of the real server since
 * @param weightChange what it adds to the real server's weight, perhaps negative
 * @param trend how steady it has been
 */
public record CheckHealth(
        boolean up,
        boolean hasRun,
        int retries,
        int stage,
        boolean stuck,
        boolean blocked,
        int weightChange,
        Trend trend) {

    /** One of which nothing has been seen yet. */
    public CheckHealth(
            boolean up, boolean hasRun, int retries, int stage, boolean stuck, boolean blocked, int weightChange) {
        this(up, hasRun, retries, stage, stuck, blocked, weightChange, Trend.STEADY);
    }

    /** A check that never ran: down with alpha, else up. */
    public static CheckHealth initial(boolean alpha) {
        return new CheckHealth(!alpha, false, 0, 0, false, false, 0);
    }

    /** A check whose last state is known from before a restart: a retry is forgiven as if it had run here. */
    public static CheckHealth known(boolean up) {
        return known(up, 0);
    }

    /** The same with what it adds to the real server's weight. */
    public static CheckHealth known(boolean up, int weightChange) {
        return new CheckHealth(up, true, 0, 0, false, false, weightChange);
    }

    /** A check that replaces another of the same server: as up or down as that was, but its first failure counts. */
    public static CheckHealth inherited(CheckHealth predecessor) {
        return new CheckHealth(predecessor.up(), false, 0, 0, false, false, 0);
    }

    /** A check of a server that an existing service does not offer: down until it succeeds. */
    public static CheckHealth presumedDown() {
        return new CheckHealth(false, false, 0, 0, false, false, 0);
    }

    /** The same after a try that said nothing of the server. */
    CheckHealth whileBlocked() {
        return new CheckHealth(up, hasRun, retries, stage, stuck, true, weightChange, trend);
    }

    /** What follows from a try that said something of the server; the weight stays. */
    CheckHealth then(boolean nextUp, boolean nextHasRun, int nextRetries, int nextStage, boolean nextStuck) {
        return new CheckHealth(nextUp, nextHasRun, nextRetries, nextStage, nextStuck, false, weightChange, trend);
    }

    /** The same with another trend. */
    CheckHealth with(Trend next) {
        return new CheckHealth(up, hasRun, retries, stage, stuck, blocked, weightChange, next);
    }

    /** A whole probe that succeeded: up, or still down where patience wants more. */
    CheckHealth passed(boolean nextUp, int nextWeightChange, Trend next) {
        return new CheckHealth(nextUp, true, 0, 0, false, false, nextWeightChange, next);
    }
}
