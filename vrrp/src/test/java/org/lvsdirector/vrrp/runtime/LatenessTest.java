package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final long MICRO = 1_000;

    private final LatenessHistogram histogram = new LatenessHistogram();

    @Test
    void eachBucketReachesTwiceAsFarAsTheOneBefore() {
        histogram.record(0);
        histogram.record(MICRO - 1);
        histogram.record(MICRO);
        histogram.record(2 * MICRO);
        histogram.record(4 * MICRO - 1);
        histogram.record(4 * MICRO);
        Lateness lateness = histogram.snapshot();
        assertEquals(List.of(2L, 1L, 2L, 1L), lateness.counts().subList(0, 4));
        assertEquals(6, lateness.total());
        assertEquals(4 * MICRO, lateness.worstNanos());
    }

    @Test
    void theLastBucketTakesAllThatIsLater() {
        histogram.record(Long.MAX_VALUE);
        histogram.record(8_388_608 * MICRO);
        assertEquals(2, histogram.snapshot().counts().get(Lateness.BUCKETS - 1));
    }

    @Test
    void beingEarlyCountsAsBeingInTime() {
        histogram.record(-5);
        assertEquals(1, histogram.snapshot().counts().get(0));
        assertEquals(0, histogram.snapshot().worstNanos());
    }

    @Test
    void aQuantileIsTheEndOfItsBucket() {
        assertEquals(0, histogram.snapshot().quantileMicros(0.5));
        for (int i = 0; i < 99; i++) {
            histogram.record(100 * MICRO);
        }
        histogram.record(5_000 * MICRO);
        assertEquals(128, histogram.snapshot().quantileMicros(0.5));
        assertEquals(128, histogram.snapshot().quantileMicros(0.99));
        assertEquals(8192, histogram.snapshot().quantileMicros(1));
    }
}
