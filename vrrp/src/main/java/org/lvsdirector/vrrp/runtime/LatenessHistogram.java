package org.lvsdirector.vrrp.runtime;

/** Counts how late the driver acted on its deadlines. Recording allocates nothing. */
final class LatenessHistogram {
    private static final int NANOS_PER_MICRO = 1_000;

    private final long[] counts = new long[Lateness.BUCKETS];
    private long total;
    private long worstNanos;

    void record(long latenessNanos) {
        long nanos = Math.max(0, latenessNanos);
        // The bucket's number is the count of binary digits of the microseconds.
        int bucket = Long.SIZE - Long.numberOfLeadingZeros(nanos / NANOS_PER_MICRO);
        counts[Math.min(bucket, Lateness.BUCKETS - 1)]++;
        total++;
        worstNanos = Math.max(worstNanos, nanos);
    }

    Lateness snapshot() {
        return Lateness.of(total, worstNanos, counts);
    }
}
