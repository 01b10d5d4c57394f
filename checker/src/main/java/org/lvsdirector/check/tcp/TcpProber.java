package org.lvsdirector.check.tcp;

import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.schedule.KindOfProber;
import org.lvsdirector.check.socket.SocketTry;

/** Does the tries of {@code TCP_CHECK}: connects, and closes at once what was accepted. */
public final class TcpProber extends KindOfProber<TcpProbe> {
    private final ProbeSockets sockets;

    public TcpProber(ProbeSockets sockets) {
        super(TcpProbe.class);
        this.sockets = sockets;
    }

    @Override
    protected Try start(CheckSpec spec, TcpProbe probe, int stage, Outcome outcome) {
        Attempt attempt = new Attempt(probe.closing(), outcome);
        attempt.open(handler -> sockets.connectTcp(probe.connect(), handler));
        return attempt;
    }

    private static final class Attempt extends SocketTry {
        private final TcpProbe.Closing closing;

        Attempt(TcpProbe.Closing closing, Outcome outcome) {
            super(outcome);
            this.closing = closing;
        }

        @Override
        protected void ready(ProbeSocket open) throws ProbeException {
            if (!open.finishConnect()) {
                return;
            }
            if (closing == TcpProbe.Closing.RESET) {
                open.resetOnClose();
            }
            end(CheckResult.Cause.ANSWERED, "");
        }
    }
}
