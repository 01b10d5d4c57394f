package org.lvsdirector.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/**
 * Signals as something to poll ({@code signalfd}), for those that the JVM cannot handle (36, 63, 64). A signal arrives here only if
 * <em>every</em> thread blocks it, so the launcher must start the JVM with it blocked; the constructor blocks it in the calling
 * thread, and so in threads that it starts.
 */
public final class SignalDescriptor implements Pollable, AutoCloseable {
    /** Returned by {@link #take} when no signal is pending. */
    public static final int NONE = 0;

    private static final int SIG_BLOCK = 0;
    private static final int SFD_NONBLOCK = 0x800;
    private static final int SFD_CLOEXEC = 0x80000;
    private static final int SIGSET_BYTES = 128;
    private static final int SIGINFO_BYTES = 128;
    private static final int MAX_SIGNAL = 64;

    private final FileDescriptor descriptor;
    private final ByteBuffer siginfo = ByteBuffer.allocateDirect(SIGINFO_BYTES).order(ByteOrder.nativeOrder());
    private final long siginfoAddress = Libc.address(siginfo);

    /** @param signals numbers from 1 to 64 */
    public SignalDescriptor(int... signals) {
        Pointer set = Pointer.wrap(
                Runtime.getSystemRuntime(),
                ByteBuffer.allocateDirect(SIGSET_BYTES).order(ByteOrder.nativeOrder()));
        for (int signal : signals) {
            if (signal < 1 || signal > MAX_SIGNAL) {
                throw new IllegalArgumentException("no signal has number " + signal);
            }
            set.putLong(0, set.getLong(0) | 1L << (signal - 1));
        }
        int error = ProcessCalls.INSTANCE.pthread_sigmask(SIG_BLOCK, set, null);
        if (error != 0) { // unlike its neighbours this one returns the error number
            throw new LinuxException("block signals", error);
        }
        int fd = ProcessControl.check(
                "create a signalfd", ProcessCalls.INSTANCE.signalfd(-1, set, SFD_NONBLOCK | SFD_CLOEXEC));
        descriptor = new FileDescriptor("signalfd", fd);
    }

    @Override
    public int fd() {
        return descriptor.number();
    }

    /** The number of the next pending signal, or {@link #NONE}; never waits. */
    public int take() {
        long count = Libc.call(Libc.READ, fd(), siginfoAddress, SIGINFO_BYTES);
        return count == SIGINFO_BYTES ? siginfo.getInt(0) : NONE; // ssi_signo
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
