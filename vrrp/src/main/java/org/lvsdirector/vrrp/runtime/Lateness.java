package org.lvsdirector.vrrp.runtime;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How late the driver acted on its deadlines since it started.
 *
 * @param total deadlines acted on
 * @param worstNanos the latest of all
 * @param counts how many fell into each of {@value #BUCKETS} buckets: the first is below 1 microsecond, each further one reaches twice as
 *     far as the one before, and the last, from about 8.4 seconds on, has no upper end
 */
public record Lateness(long total, long worstNanos, List<Long> counts) {
    /** Number of buckets. */
    public static final int BUCKETS = 25;

    public Lateness {
        counts = List.copyOf(counts);
    }

    static Lateness of(long total, long worstNanos, long[] counts) {
        return new Lateness(total, worstNanos, LongStream.of(counts).boxed().toList());
    }

    /** Upper end of a bucket in microseconds, itself not in it. */
    public static long bucketEndMicros(int bucket) {
        return 1L << bucket;
    }

    /**
     * A time that at least the given share of all deadlines was not later than, rounded up to the end of its bucket.
     *
     * @param share above 0, at most 1
     * @return microseconds; 0 if there were none
     */
    public long quantileMicros(double share) {
        long wanted = (long) Math.ceil(total * share);
        long seen = 0;
        for (int bucket = 0; bucket < counts.size(); bucket++) {
            seen += counts.get(bucket);
            if (total > 0 && seen >= wanted) {
                return bucketEndMicros(bucket);
            }
        }
        return 0;
    }
}
