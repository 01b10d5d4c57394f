package org.lvsdirector.check.schedule;

import java.util.function.LongSupplier;

/** A clock that stands still until it is moved. */
final class ManualClock implements LongSupplier {
    private long nowNanos;

    @Override
    public long getAsLong() {
        return nowNanos;
    }

    void move(long nanos) {
        nowNanos += nanos;
    }
}
