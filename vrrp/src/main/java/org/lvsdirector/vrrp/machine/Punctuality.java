package org.lvsdirector.vrrp.machine;

/** Notices advertisements that leave late: an interval that this machine cannot hold makes the others take over for nothing. */
final class Punctuality {
    private static final long MILLI_NANOS = 1_000_000;

    private Punctuality() {}

    /** Says so at the first, second, fourth, eighth and so on: a machine that cannot hold an interval has other things to do than to log. */
    static void judge(Turn turn, long lateNanos) {
        if (lateNanos <= turn.ownIntervalNanos() / 2) {
            return;
        }
        long count = ++turn.counters().lateAdverts;
        if (Long.bitCount(count) == 1) {
            turn.say(
                    LogLevel.WARNING,
                    "advertisement left " + lateNanos / MILLI_NANOS + " ms late, with an interval of "
                            + turn.ownIntervalNanos() / MILLI_NANOS + " ms; " + count
                            + " were late by more than half of it: this machine cannot hold that interval");
        }
    }
}
