package org.lvsdirector.check;

/**
 * {@code PING_CHECK}: an echo request that is answered within the time-out.
 *
 * @param connect without ports
 */
public record PingProbe(ConnectOptions connect) implements NetworkProbe {

    @Override
    public String keyword() {
        return "PING_CHECK";
    }

    @Override
    public String transport() {
        return "icmp";
    }

    @Override
    public String target() {
        return "[" + connect.address().getHostAddress() + "]";
    }

    @Override
    public String passed(String server) {
        return "ICMP connection to " + server + " success.";
    }

    @Override
    public String failed(String server) {
        return "ICMP CHECK on service " + server + " failed";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return result.cause() == CheckResult.Cause.TIMED_OUT
                ? "ICMP connection to address " + server + " timeout."
                : "ICMP connection to " + server + " failed.";
    }
}
