package org.lvsdirector.config.read;

import java.time.Duration;
import org.lvsdirector.check.Patience;

/**
 * The words for how slowly a check comes up again, which virtual server, real server and checker may all say; the innermost counts.
 *
 * @param hold after the second fall in a row
 * @param mostHold zero: as many times the hold as the table says
 */
record PatienceReader(int rise, Duration hold, Duration mostHold) {
    static final String RISE = "rise";
    static final String HOLD = "hold_down";
    static final String MOST_HOLD = "hold_down_max";

    private static final int USUAL_MOST = 10;

    /** Nobody has said anything. */
    static final PatienceReader UNSAID = new PatienceReader(1, Duration.ZERO, Duration.ZERO);

    /** Those of a block inside the one these came from. */
    PatienceReader within(Block inner) {
        return new PatienceReader(inner.count(RISE, rise), inner.time(HOLD, hold), inner.time(MOST_HOLD, mostHold));
    }

    /** What they come to. */
    Patience patience() {
        long nanos = hold.toNanos();
        long most = mostHold.isZero()
                ? nanos * Math.min(USUAL_MOST, Long.MAX_VALUE / Math.max(1, nanos))
                : mostHold.toNanos();
        return new Patience(rise, nanos, Math.max(nanos, most));
    }
}
