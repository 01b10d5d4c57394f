package org.lvsdirector.vrrp.linux;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.linux.Pollable;
import org.lvsdirector.linux.Poller;
import org.lvsdirector.linux.Wakeup;
import org.lvsdirector.vrrp.runtime.Waiter;

/** Waits in {@code ppoll} for the sockets that the other adapters registered here, and for a wake from another thread. */
final class LinuxWaiter implements Waiter {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Wakeup wakeup = new Wakeup();
    private final List<Pollable> members = new ArrayList<>();
    private @Nullable Poller poller;

    LinuxWaiter() {
        members.add(wakeup);
    }

    /** Also ends waits when this is readable. Whoever reads it must read it empty, or no wait will last. */
    void add(Pollable member) {
        members.add(member);
        poller = null;
    }

    /** To be called before the member is closed. */
    void remove(Pollable member) {
        members.remove(member);
        poller = null;
    }

    /** On Linux this is {@code CLOCK_MONOTONIC} without any offset, the same for all processes. */
    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long epochNanos() {
        return System.currentTimeMillis() * NANOS_PER_MILLI;
    }

    @Override
    public void await(long deadlineNanos) {
        Poller present = poller;
        if (present == null) {
            present = new Poller(members.toArray(new Pollable[0]));
            poller = present;
        }
        long now = nanoTime();
        present.poll(deadlineNanos <= now ? 0 : deadlineNanos - now);
        if (present.isReadable(0)) {
            wakeup.clear();
        }
    }

    @Override
    public void wake() {
        wakeup.wake();
    }

    @Override
    public void close() {
        wakeup.close();
    }
}
