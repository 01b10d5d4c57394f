package org.lvsdirector.check;

import org.jspecify.annotations.Nullable;

/**
 * {@code MISC_CHECK}: a command that ends with status 0. Who runs it knows it by the identity of the check.
 *
 * @param program for people and the log
 * @param scriptNanos how long it may take before it is ended; {@code misc_timeout}
 * @param weight with {@code misc_dynamic}, the configured weight of the real server, which statuses from 2 on change to status - 2; else null
 */
public record MiscProbe(
        String program, long scriptNanos, @Nullable Integer weight) implements Probe {
    /** Who runs the command ends it, and after that still has to hear of the end. */
    private static final long GRACE_NANOS = 5_000_000_000L;

    @Override
    public long timeoutNanos() {
        return scriptNanos + GRACE_NANOS;
    }

    @Override
    public String keyword() {
        return "MISC_CHECK";
    }

    @Override
    public String target() {
        return program;
    }

    @Override
    public String passed(String server) {
        return "Misc check to " + server + " for [" + program + "] succeeded.";
    }

    @Override
    public String failed(String server) {
        return "Misc check to " + server + " for [" + program + "] failed";
    }

    @Override
    public String tryFailed(String server, CheckResult result) {
        return "Misc check to " + server + " for [" + program + "]: " + result.detail() + ".";
    }
}
