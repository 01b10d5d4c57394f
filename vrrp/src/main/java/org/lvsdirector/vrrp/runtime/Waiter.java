package org.lvsdirector.vrrp.runtime;

/** The driver's clock, and what it sleeps on. */
public interface Waiter extends AutoCloseable {

    /** Now, in nanoseconds of the monotonic clock that every process of this machine shares ({@code CLOCK_MONOTONIC}). */
    long nanoTime();

    /** Now, in nanoseconds since 1970 by the clock that people set. It may leap, and nothing is timed by it. */
    long epochNanos();

    /**
     * Waits until a packet or an interface event has come, {@link #wake} was called, or it is {@code deadlineNanos}, whichever is first. It
     * may return without any of these.
     */
    void await(long deadlineNanos);

    /** Ends the present wait, or the next one if there is none; from any thread, never waits. */
    void wake();

    @Override
    void close();
}
