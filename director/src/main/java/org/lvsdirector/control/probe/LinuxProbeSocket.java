package org.lvsdirector.control.probe;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxSocket;
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

    private final LinuxSocket socket;
    private final ReadinessThread readiness;
    private final ReadyHandler handler;
    private boolean connected;
    private boolean closed;

    LinuxProbeSocket(LinuxSocket socket, ReadinessThread readiness, ReadyHandler handler) {
        this.socket = socket;
        this.readiness = readiness;
        this.handler = handler;
    }

    /** On the engine's thread: the socket is writable, or failed. */
    void signal() {
        if (!closed) {
            connected = true;
            handler.ready();
        }
    }

    @Override
    public boolean finishConnect() throws ProbeException {
        if (!connected) {
            return false;
        }
        Errno error = socket.takeError();
        if (error != null) {
            throw new ProbeException(Causes.of(error, Cause.UNREACHABLE), error.text());
        }
        return true;
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
