package org.lvsdirector.vrrp.runtime;

/** A clock that leaps to each deadline instead of waiting for it, so that hours of a driver's life pass in a moment. */
final class LeapingWaiter implements Waiter {
    private final Waiter waiter;
    private long leaptNanos;

    LeapingWaiter(Waiter waiter) {
        this.waiter = waiter;
    }

    @Override
    public long nanoTime() {
        return waiter.nanoTime() + leaptNanos;
    }

    @Override
    public long epochNanos() {
        return waiter.epochNanos() + leaptNanos;
    }

    @Override
    public void await(long deadlineNanos) {
        waiter.await(waiter.nanoTime());
        leaptNanos += Math.max(0, deadlineNanos - nanoTime());
    }

    @Override
    public void wake() {
        waiter.wake();
    }

    @Override
    public void close() {
        waiter.close();
    }
}
