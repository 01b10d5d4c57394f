package org.lvsdirector.check;

/**
 * {@code TCP_CHECK}: a connection that is accepted within the time-out means alive; nothing is sent.
 *
 * @param closing how a connection that was accepted ends
 */
public record TcpProbe(ConnectOptions connect, Closing closing) implements StreamProbe {

    /** How the prober ends a connection. */
    public enum Closing {
        /**
         * By a reset ({@code SO_LINGER} 0), as keepalived does: nothing lingers in {@code TIME_WAIT}, but some servers log each one.
         */
        RESET,
        /** By an ordinary end: silent in the server's log, one {@code TIME_WAIT} of a minute on the director for each try. */
        ORDERLY
    }

    @Override
    public TcpProbe over(ConnectOptions other) {
        return new TcpProbe(other, closing);
    }

    @Override
    public String keyword() {
        return "TCP_CHECK";
    }

    @Override
    public String transport() {
        return "tcp";
    }

    @Override
    public String passed(String server) {
        return "TCP connection to " + server + " success.";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        String how = result.cause() == CheckResult.Cause.TIMED_OUT ? "timeout." : "failed.";
        return "TCP connection to " + server + " " + how;
    }
}
