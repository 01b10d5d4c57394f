package org.lvsdirector.check.health;

import org.lvsdirector.check.Patience;

/**
 * How steady a check has been, as far as {@link Patience} wants to know; all times on the monotonic clock.
 *
 * @param successes in a row, while it is down
 * @param falls in a row, without having been up for long in between
 * @param roseNanos when it came up last; means nothing before its first fall
 * @param heldUntilNanos it does not come up before this; means nothing without a hold
 * @param held whether it is being held down
 */
public record Trend(int successes, int falls, long roseNanos, long heldUntilNanos, boolean held) {
    /** Nothing has happened yet. */
    public static final Trend STEADY = new Trend(0, 0, 0, 0, false);

    /** A success while it is down. */
    Trend succeeded() {
        return new Trend(Math.min(successes, Integer.MAX_VALUE - 1) + 1, falls, roseNanos, heldUntilNanos, held);
    }

    /** A failure while it is down. */
    Trend failed() {
        return successes == 0 ? this : new Trend(0, falls, roseNanos, heldUntilNanos, held);
    }

    /** Whether what has been seen is enough to come up. */
    boolean suffices(Patience patience, long now) {
        return successes >= patience.rise() && holdLeft(now) == 0;
    }

    /** How much longer it is held down; 0 for not at all. */
    long holdLeft(long now) {
        return held ? Math.max(0, heldUntilNanos - now) : 0;
    }

    Trend rose(long now) {
        return new Trend(0, falls, now, 0, false);
    }

    Trend fell(Patience patience, long now) {
        if (patience.holdNanos() == 0) {
            return STEADY;
        }
        boolean forgotten = falls > 0 && now - roseNanos >= patience.mostHoldNanos();
        int count = forgotten ? 1 : Math.min(falls, Integer.MAX_VALUE - 1) + 1;
        long hold = patience.holdAfter(count);
        return new Trend(0, count, now, now + hold, hold > 0);
    }
}
