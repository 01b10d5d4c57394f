package org.lvsdirector.check;

/**
 * {@code BFD_CHECK}: a BFD session, of whose state somebody else tells.
 *
 * @param session its name
 */
public record BfdProbe(String session) implements Probe {

    /** It waits for news as long as it takes. */
    @Override
    public long timeoutNanos() {
        return Long.MAX_VALUE / 4;
    }

    @Override
    public String keyword() {
        return "BFD_CHECK";
    }

    @Override
    public String target() {
        return session;
    }

    @Override
    public String passed(String server) {
        return "BFD check of [" + session + "] RS(" + server + ") is UP";
    }

    @Override
    public String failed(String server) {
        return "BFD check of [" + session + "] RS(" + server + ") is DOWN";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return failed(server) + ".";
    }
}
