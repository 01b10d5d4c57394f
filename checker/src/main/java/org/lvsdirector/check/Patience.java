package org.lvsdirector.check;

/**
 * How slowly a check that failed is believed again. The first fall costs nothing; from the second one on, unless the check was up for
 * {@code mostHoldNanos} in between, each keeps it down for at least a time that doubles.
 *
 * @param rise successes in a row that it takes to come up, at least 1
 * @param holdNanos how long the second fall in a row keeps it down, 0 for not at all
 * @param mostHoldNanos the longest such time, and how long it must stay up for its falls to be forgotten
 */
public record Patience(int rise, long holdNanos, long mostHoldNanos) {
    /** The first success counts. */
    public static final Patience NONE = new Patience(1, 0, 0);

    public Patience {
        if (rise < 1 || holdNanos < 0 || mostHoldNanos < holdNanos) {
            throw new IllegalArgumentException(
                    "rise " + rise + " and a hold of " + holdNanos + " to " + mostHoldNanos + " ns make no sense");
        }
    }

    /** For how long a fall keeps the check down; the first one is number 1. */
    public long holdAfter(int falls) {
        long hold = falls < 2 ? 0 : holdNanos;
        for (int fall = 2; fall < falls && hold < mostHoldNanos; fall++) {
            hold = Math.min(mostHoldNanos, hold * 2);
        }
        return hold;
    }
}
