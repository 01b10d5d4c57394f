package org.lvsdirector.check.socket;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.schedule.Prober;

/** A try over one socket, which is open until the try is decided or cancelled. A failure of the socket decides it. */
public abstract class SocketTry implements Prober.Try {
    protected final Prober.Outcome outcome;
    private @Nullable ProbeSocket socket;

    protected SocketTry(Prober.Outcome outcome) {
        this.outcome = outcome;
    }

    /** Opens the socket of a try. */
    @FunctionalInterface
    public interface Opener {
        ProbeSocket open(ProbeSocket.ReadyHandler handler) throws ProbeException;
    }

    /** Begins. */
    public final void open(Opener opener) {
        try {
            ProbeSocket opened = opener.open(this::ready);
            socket = opened;
            opened(opened);
        } catch (ProbeException e) {
            end(e.failure(), e.detail());
        }
    }

    private void ready() {
        ProbeSocket open = socket;
        if (open == null) {
            return;
        }
        try {
            ready(open);
        } catch (ProbeException e) {
            end(e.failure(), e.detail());
        }
    }

    /** The socket is there, though perhaps not connected yet. */
    protected void opened(ProbeSocket open) throws ProbeException {}

    /** What was waited for has happened. */
    protected abstract void ready(ProbeSocket open) throws ProbeException;

    /** The try is decided. */
    protected final void end(Cause cause, String detail) {
        cancel();
        outcome.ended(cause, detail);
    }

    @Override
    public final void cancel() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
