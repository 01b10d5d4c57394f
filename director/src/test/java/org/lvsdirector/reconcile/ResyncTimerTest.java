package org.lvsdirector.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResyncTimerTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now;
    private final ResyncTimer timer = new ResyncTimer(() -> now);

    @BeforeEach
    void every() {
        timer.every(10 * SECOND);
    }

    @Test
    void theIntervalCountsFromTheLastDump() {
        assertEquals(10 * SECOND, timer.nanosLeft());
        now += 4 * SECOND;
        timer.dumped(SECOND / 100);
        assertEquals(10 * SECOND, timer.nanosLeft());
        now += 11 * SECOND;
        assertEquals(0, timer.nanosLeft());
    }

    @Test
    void dumpingNeverTakesMoreThanATwentiethOfTheTime() {
        timer.dumped(2 * SECOND);
        assertEquals(40 * SECOND, timer.nanosLeft());
    }

    @Test
    void offIsOffButForSurprises() {
        ResyncTimer off = new ResyncTimer(() -> now);
        off.dumped(SECOND);
        assertEquals(Long.MAX_VALUE, off.nanosLeft());
        off.surprised();
        assertEquals(20 * SECOND, off.nanosLeft());
    }

    @Test
    void eachSurpriseInARowWaitsLongerUpToTheInterval() {
        for (long expected : new long[] {1, 2, 4, 8, 10, 10}) {
            timer.dumped(0);
            timer.compared(false);
            assertEquals(expected * SECOND, timer.nanosLeft());
        }
        timer.compared(true);
        assertEquals(10 * SECOND, timer.nanosLeft());
        timer.compared(false);
        assertEquals(SECOND, timer.nanosLeft());
    }

    @Test
    void surprisesInBetweenNeitherPutTheRetryOffNorMakeItRarer() {
        timer.compared(false);
        now += SECOND / 2;
        timer.surprised();
        timer.surprised();
        assertEquals(SECOND / 2, timer.nanosLeft());
        now += SECOND / 2;
        timer.compared(false);
        assertEquals(2 * SECOND, timer.nanosLeft());
    }
}
