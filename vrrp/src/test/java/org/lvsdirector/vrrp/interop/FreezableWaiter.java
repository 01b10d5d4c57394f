package org.lvsdirector.vrrp.interop;

import java.util.concurrent.locks.LockSupport;
import org.lvsdirector.vrrp.runtime.Waiter;

/** Stops the driver's thread where it waits, as SIGSTOP would, so that it can go on later or never. */
final class FreezableWaiter implements Waiter {
    private static final long PAUSE_NANOS = 1_000_000;

    private final Waiter waiter;
    private volatile boolean frozen;

    FreezableWaiter(Waiter waiter) {
        this.waiter = waiter;
    }

    void freeze() {
        frozen = true;
        waiter.wake();
    }

    void thaw() {
        frozen = false;
    }

    @Override
    public long nanoTime() {
        return waiter.nanoTime();
    }

    @Override
    public long epochNanos() {
        return waiter.epochNanos();
    }

    @Override
    public void await(long deadlineNanos) {
        waiter.await(deadlineNanos);
        while (frozen) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
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
