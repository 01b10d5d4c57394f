package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Waits for a fixed set of descriptors with a time limit in nanoseconds ({@code ppoll}); a call allocates nothing. Used by one
 * thread; what closes a member must stop polling it.
 */
public final class Poller {
    /** Wait until something is ready. */
    public static final long FOREVER = -1;

    /** Something to read, or the end of a stream ({@code POLLIN}). */
    public static final int READABLE = 0x001;

    /** Room to write, or a connection attempt that ended ({@code POLLOUT}). */
    public static final int WRITABLE = 0x004;

    private static final int FAILED = 0x008 | 0x010 | 0x020; // POLLERR | POLLHUP | POLLNVAL
    private static final int POLLFD_BYTES = 8; // int fd; short events; short revents
    private static final int EVENTS = 4;
    private static final int REVENTS = 6;
    private static final int TIMESPEC_BYTES = 16; // long tv_sec; long tv_nsec
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int size;
    private final ByteBuffer memory;
    private final long pollfds;
    private final long timespec;

    /** Polls the given members for {@link #READABLE}; they are known by their place in this list. */
    public Poller(Pollable... members) {
        size = members.length;
        memory = ByteBuffer.allocateDirect(TIMESPEC_BYTES + size * POLLFD_BYTES).order(ByteOrder.nativeOrder());
        timespec = Libc.address(memory);
        pollfds = timespec + TIMESPEC_BYTES;
        for (int index = 0; index < size; index++) {
            replace(index, members[index], READABLE);
        }
    }

    /** Puts another descriptor, or other events, in a place. */
    public void replace(int index, Pollable member, int events) {
        memory.putInt(at(index), member.fd());
        memory.putShort(at(index) + EVENTS, (short) events);
        memory.putShort(at(index) + REVENTS, (short) 0);
    }

    /** Changes what a member is polled for: {@link #READABLE}, {@link #WRITABLE}, both, or 0 for errors alone. */
    public void setInterest(int index, int events) {
        memory.putShort(at(index) + EVENTS, (short) events);
    }

    /**
     * Waits until a member is ready or the time is up.
     *
     * @param timeoutNanos 0 looks without waiting; negative waits without limit
     * @return how many members are ready: 0 when the time is up, and also after a signal, so that the caller looks at its clock
     */
    public int poll(long timeoutNanos) {
        long limit = 0; // a null timespec: no limit
        if (timeoutNanos >= 0) {
            memory.putLong(0, timeoutNanos / NANOS_PER_SECOND);
            memory.putLong(Long.BYTES, timeoutNanos % NANOS_PER_SECOND);
            limit = timespec;
        }
        int ready = (int) Libc.call(Libc.PPOLL, pollfds, size, limit, 0);
        if (ready >= 0) {
            return ready;
        }
        int errno = Libc.errno();
        if (errno != Errno.EINTR.number()) {
            throw new LinuxException("poll " + size + " descriptors", errno);
        }
        for (int index = 0; index < size; index++) {
            memory.putShort(at(index) + REVENTS, (short) 0);
        }
        return 0;
    }

    /** Whether the last {@link #poll} found this member readable, failed or hung up: a read will not wait. */
    public boolean isReadable(int index) {
        return (ready(index) & (READABLE | FAILED)) != 0;
    }

    /** Whether the last {@link #poll} found this member writable, failed or hung up: a write will not wait. */
    public boolean isWritable(int index) {
        return (ready(index) & (WRITABLE | FAILED)) != 0;
    }

    /** Whether the last {@link #poll} found an error, a hang-up, or a descriptor that is not open. */
    public boolean hasFailed(int index) {
        return (ready(index) & FAILED) != 0;
    }

    private int ready(int index) {
        return memory.getShort(at(index) + REVENTS);
    }

    private int at(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("member " + index + " of " + size);
        }
        return TIMESPEC_BYTES + index * POLLFD_BYTES;
    }
}
