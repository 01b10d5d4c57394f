package org.lvsdirector.check;

import org.jspecify.annotations.Nullable;

/** What one try of a check does; each kind has a prober in a room of its own. */
public sealed interface Probe permits NetworkProbe, MiscProbe, FileProbe, BfdProbe {

    /** How long a try may go without getting anywhere, positive. */
    long timeoutNanos();

    /** keepalived's word for this kind in configuration, such as {@code TCP_CHECK}. */
    String keyword();

    /** Whom it asks, for people, such as {@code [10.20.40.11]:tcp:22}. */
    String target();

    /** What it means that nothing came of a try within its time-out. */
    default CheckResult.Cause silence() {
        return CheckResult.Cause.TIMED_OUT;
    }

    /** Parts that are tried one at a time, or null for a kind that is a whole. */
    default @Nullable Stages stages() {
        return null;
    }

    /** keepalived's sentence for a check that has come up, such as {@code TCP connection to SERVER success.} */
    String passed(String server);

    /** keepalived's words for a check that has gone down, such as {@code TCP_CHECK on service SERVER failed}. */
    default String failed(String server) {
        return keyword() + " on service " + server + " failed";
    }

    /** A sentence for one failed try, for {@code log_all_failures}. */
    String tryFailed(String server, CheckResult result);

    /** keepalived's sentence for a part that succeeded while the check is down; null where it has none. */
    default @Nullable String stagePassed(int stage, String server) {
        return null;
    }

    /**
     * Parts of a probe. The check is passed when all were, one after the other; a part that fails is tried again until it succeeds, and then
     * all must once more.
     *
     * @param count at least 1
     * @param quick a check that is not up goes from part to part without waiting; {@code fast_recovery}
     */
    record Stages(int count, boolean quick) {}
}
