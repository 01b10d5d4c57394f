package org.lvsdirector.vrrp.runtime;

/** A clock that a test moves. Waiting moves it to the deadline. */
final class ManualWaiter implements Waiter {
    private long now = 1_000_000_000_000L;
    private boolean closed;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long epochNanos() {
        return now;
    }

    void advance(long nanos) {
        now += nanos;
    }

    @Override
    public void await(long deadlineNanos) {
        now = Math.max(now, deadlineNanos);
    }

    @Override
    public void wake() {}

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
