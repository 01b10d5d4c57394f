package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Lets any thread wake the one that polls ({@code eventfd}): the poller has this as a member, and {@link #clear}s it when it is
 * readable, before it looks at what it was woken for. Wakes that come together count as one.
 */
public final class Wakeup implements Pollable, AutoCloseable {
    private static final int EFD_NONBLOCK = 0x800;
    private static final int EFD_CLOEXEC = 0x80000;

    private final FileDescriptor descriptor;
    private final ByteBuffer one =
            ByteBuffer.allocateDirect(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, 1);
    private final ByteBuffer counter = ByteBuffer.allocateDirect(Long.BYTES);
    private final long oneAddress = Libc.address(one);
    private final long counterAddress = Libc.address(counter);

    public Wakeup() {
        int fd = Libc.check("create an eventfd", Libc.call(Libc.EVENTFD, 0, EFD_CLOEXEC | EFD_NONBLOCK));
        descriptor = new FileDescriptor("eventfd", fd);
    }

    @Override
    public synchronized int fd() {
        return descriptor.number();
    }

    /** Wakes the poller, at once or at its next poll; from any thread, never waits; nothing happens once closed. */
    public synchronized void wake() {
        if (descriptor.isOpen()) {
            // The write can only fail when 2^64-2 wakes are pending, and then the poller will wake anyway.
            Libc.call(Libc.WRITE, descriptor.number(), oneAddress, Long.BYTES);
        }
    }

    /**
     * Takes back all wakes so far; by the polling thread.
     *
     * @return whether there were any
     */
    public boolean clear() {
        return Libc.call(Libc.READ, fd(), counterAddress, Long.BYTES) == Long.BYTES;
    }

    @Override
    public synchronized void close() {
        descriptor.close();
    }
}
