package org.lvsdirector.check.tcp;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.schedule.Prober;

/** Does the tries of {@code TCP_CHECK}: connects, and closes at once what was accepted. */
public final class TcpProber implements Prober {
    private final ProbeSockets sockets;

    public TcpProber(ProbeSockets sockets) {
        this.sockets = sockets;
    }

    @Override
    public Try start(CheckSpec spec, int stage, Outcome outcome) {
        if (!(spec.probe() instanceof TcpProbe probe)) {
            throw new IllegalArgumentException("not a TCP_CHECK: " + spec);
        }
        Attempt attempt = new Attempt(probe, outcome);
        attempt.open();
        return attempt;
    }

    /** One try: an open socket until it is decided. */
    private final class Attempt implements Try {
        private final TcpProbe probe;
        private final Outcome outcome;
        private @Nullable ProbeSocket socket;

        Attempt(TcpProbe probe, Outcome outcome) {
            this.probe = probe;
            this.outcome = outcome;
        }

        void open() {
            try {
                socket = sockets.connectTcp(probe.connect(), this::ready);
            } catch (ProbeException e) {
                outcome.ended(e.failure(), e.detail());
            }
        }

        private void ready() {
            ProbeSocket open = socket;
            if (open == null) {
                return;
            }
            try {
                if (!open.finishConnect()) {
                    return;
                }
                if (probe.closing() == TcpProbe.Closing.RESET) {
                    open.resetOnClose();
                }
                cancel();
                outcome.ended(CheckResult.Cause.ANSWERED, "");
            } catch (ProbeException e) {
                cancel();
                outcome.ended(e.failure(), e.detail());
            }
        }

        @Override
        public void cancel() {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }
}
