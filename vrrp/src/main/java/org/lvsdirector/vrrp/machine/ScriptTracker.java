package org.lvsdirector.vrrp.machine;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.machine.ScriptStatus.Standing;
import org.lvsdirector.vrrp.settings.ScriptSettings;

/**
 * One {@code vrrp_script}: results in, up or down out. A count from 0 to rise + fall - 1 stands for the past runs; it is up from
 * {@code rise} on. Before the first result it is one success short of up, and one failure makes it down.
 *
 * @param lastStatus exit status of the last run that ended by itself, 0 before
 * @param nextRunNanos when to start the next run
 */
record ScriptTracker(
        ScriptSettings settings,
        int count,
        Standing standing,
        int lastStatus,
        @Nullable ScriptOutcome lastOutcome,
        boolean running,
        long nextRunNanos) {

    static ScriptTracker fresh(ScriptSettings settings, long nowNanos) {
        return settings.initFail()
                ? new ScriptTracker(settings, 0, Standing.DOWN, 0, null, false, nowNanos)
                : new ScriptTracker(settings, settings.rise() - 1, Standing.UNKNOWN, 0, null, false, nowNanos);
    }

    /** The interval has passed: starts a run, unless the last one is still under way. */
    ScriptTracker due(Moment moment) {
        if (running) {
            moment.log("Track script " + settings.name() + " is already running, expect idle - skipping run");
        } else {
            moment.act(new RouterAction.RunScript(settings.name()));
        }
        long next = moment.nowNanos() + settings.intervalNanos();
        return new ScriptTracker(settings, count, standing, lastStatus, lastOutcome, true, next);
    }

    ScriptTracker finished(ScriptOutcome outcome, Moment moment) {
        int status = lastStatus;
        if (outcome.kind() == ScriptOutcome.Kind.EXITED && outcome.status() != lastStatus) {
            status = outcome.status();
            moment.log("Script `" + settings.name() + "` now returning " + status);
        }
        int nextCount = outcome.succeeded() ? afterSuccess() : afterFailure();
        Standing nextStanding = nextCount >= settings.rise() ? Standing.UP : Standing.DOWN;
        if (nextStanding != standing) {
            moment.log("VRRP_Script(" + settings.name() + ") " + ending(outcome));
        }
        return new ScriptTracker(settings, nextCount, nextStanding, status, outcome, false, nextRunNanos);
    }

    /** Keeps the last result under new settings. */
    ScriptTracker reconfigured(ScriptSettings next, long nowNanos) {
        if (standing == Standing.UNKNOWN) {
            ScriptTracker fresh = fresh(next, nextRunNanos);
            return new ScriptTracker(next, fresh.count, fresh.standing, 0, null, running, nextRunNanos);
        }
        int kept = standing == Standing.UP ? next.rise() + next.fall() - 1 : 0;
        long nextRun = Math.min(nextRunNanos, nowNanos + next.intervalNanos());
        return new ScriptTracker(next, kept, standing, lastStatus, lastOutcome, running, nextRun);
    }

    private int afterSuccess() {
        return count < settings.rise() - 1 ? count + 1 : settings.rise() + settings.fall() - 1;
    }

    private int afterFailure() {
        return count > settings.rise() ? count - 1 : 0;
    }

    private static String ending(ScriptOutcome outcome) {
        return switch (outcome.kind()) {
            case EXITED -> outcome.succeeded() ? "succeeded" : "failed (exited with status " + outcome.status() + ")";
            case SIGNALLED -> "failed (due to signal " + outcome.status() + ")";
            case TIMED_OUT -> "timed_out";
            case NOT_STARTED -> "failed (could not be started)";
        };
    }
}
