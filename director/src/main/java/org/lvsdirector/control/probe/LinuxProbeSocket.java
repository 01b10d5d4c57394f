package org.lvsdirector.control.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntSupplier;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.LinuxSocket;
import org.lvsdirector.linux.Poller;
import org.lvsdirector.linux.SocketConstants;

/**
 * A probe's raw socket. The thread that waits for it also closes it, so that no number is polled that means another socket by now.
 */
final class LinuxProbeSocket implements ProbeSocket {
    /** {@code struct linger}: on, for no time at all. */
    private static final byte[] RESET = ByteBuffer.allocate(2 * Integer.BYTES)
            .order(ByteOrder.nativeOrder())
            .putInt(1)
            .putInt(0)
            .array();

    private static final int END = -1;

    private final LinuxSocket socket;
    private final boolean stream;
    private final ReadinessThread readiness;
    private final ReadyHandler handler;
    private boolean ready;
    private boolean closed;

    /** @param stream whether nothing to read means the end */
    LinuxProbeSocket(LinuxSocket socket, boolean stream, ReadinessThread readiness, ReadyHandler handler) {
        this.socket = socket;
        this.stream = stream;
        this.readiness = readiness;
        this.handler = handler;
    }

    /** On the engine's thread: the socket is what was waited for, or failed. */
    void signal() {
        if (!closed) {
            ready = true;
            handler.ready();
        }
    }

    @Override
    public boolean finishConnect() throws ProbeException {
        if (!ready) {
            return false;
        }
        Errno error = socket.takeError();
        if (error != null) {
            throw new ProbeException(Causes.of(error, Cause.UNREACHABLE), error.text());
        }
        return true;
    }

    @Override
    public int read(ByteBuffer buffer) throws ProbeException {
        int count = exchange(() -> socket.receive(buffer));
        if (count == LinuxSocket.WOULD_BLOCK) {
            return 0;
        }
        return count == 0 && stream ? END : count;
    }

    @Override
    public void write(ByteBuffer buffer) throws ProbeException {
        exchange(() -> socket.send(buffer));
    }

    private static int exchange(IntSupplier call) throws ProbeException {
        try {
            return call.getAsInt();
        } catch (LinuxException e) {
            throw new ProbeException(
                    Causes.of(e.errno(), Cause.BROKEN), e.errno().text());
        }
    }

    @Override
    public void awaitReadable() {
        readiness.watch(this, Poller.READABLE);
    }

    @Override
    public void awaitWritable() {
        readiness.watch(this, Poller.WRITABLE);
    }

    @Override
    public void resetOnClose() {
        socket.setOption(SocketConstants.SOL_SOCKET, SocketConstants.SO_LINGER, RESET);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            readiness.release(this);
        }
    }

    LinuxSocket socket() {
        return socket;
    }
}
