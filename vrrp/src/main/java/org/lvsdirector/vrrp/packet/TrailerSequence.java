package org.lvsdirector.vrrp.packet;

/**
 * The numbers that a sender signs with: seconds since 1970 in the upper half, then 16 bits of a second's fraction and a counter of 16 bits.
 * They are compared by the serial arithmetic of RFC 1982, so that they may wrap. Nothing need outlive the process: the clock goes on.
 */
final class TrailerSequence {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int FRACTION_BITS = 16;

    private final boolean timed;
    private final int windowSeconds;
    private long last;

    TrailerSequence(TrailerAuthentication settings) {
        this.timed = settings.timed();
        this.windowSeconds = settings.windowSeconds();
    }

    void continueFrom(TrailerSequence before) {
        last = before.last;
    }

    /** Begins the next number: the time, or one more than the last number where the clock has not gone on. */
    void advance(long epochNanos) {
        long clock = at(epochNanos);
        // A clock that was set back leaves the last number where nobody heeds it.
        boolean stranded = timed && secondsOf(last) - secondsOf(clock) > windowSeconds;
        last = isAfter(clock, last) || stranded ? clock : last + 1;
    }

    long present() {
        return last;
    }

    /** The number of an instant. */
    static long at(long epochNanos) {
        long fraction = (Math.floorMod(epochNanos, SECOND_NANOS) << FRACTION_BITS) / SECOND_NANOS;
        return Math.floorDiv(epochNanos, SECOND_NANOS) << Integer.SIZE | fraction << FRACTION_BITS;
    }

    /** Seconds since 1970, as far as 32 bits hold them: differences alone have a meaning. */
    static int secondsOf(long sequence) {
        return (int) (sequence >>> Integer.SIZE);
    }

    static boolean isAfter(long sequence, long other) {
        return sequence - other > 0;
    }
}
