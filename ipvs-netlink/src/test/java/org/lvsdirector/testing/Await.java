package org.lvsdirector.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to become true, by looking often, and fails with its description when a deadline passes. */
public final class Await {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Await() {}

    /**
     * Looks at {@code condition} until it is true.
     *
     * @param what completes "waited 5s for ...": say what should have happened
     * @throws AssertionError when {@code condition} is still false after {@code limit}
     */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        value(what, limit, condition::getAsBoolean, met -> met);
    }

    /**
     * Looks at {@code source} until its value is {@code good}, and returns that value.
     *
     * @throws AssertionError with the last value seen, when none was good within {@code limit}
     */
    public static <T> T value(String what, Duration limit, Supplier<T> source, Predicate<? super T> good) {
        long start = System.nanoTime();
        while (true) {
            T seen = source.get();
            if (good.test(seen)) {
                return seen;
            }
            if (System.nanoTime() - start >= limit.toNanos()) {
                throw new AssertionError("waited " + limit + " for " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
