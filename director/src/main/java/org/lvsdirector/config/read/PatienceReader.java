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
    private static final int USUAL_MOST = 10;

    /** Nobody has said anything. */
    static final PatienceReader UNSAID = new PatienceReader(1, Duration.ZERO, Duration.ZERO);

    /** Those of a block inside the one these came from. */
    PatienceReader within(Block inner) {
        return new PatienceReader(
                inner.count("rise", rise), inner.time("hold_down", hold), inner.time("hold_down_max", mostHold));
    }

    /** What they come to. */
    Patience patience() {
        Duration most = mostHold.isZero() ? hold.multipliedBy(USUAL_MOST) : mostHold;
        return new Patience(rise, hold.toNanos(), Math.max(hold.toNanos(), most.toNanos()));
    }
}
