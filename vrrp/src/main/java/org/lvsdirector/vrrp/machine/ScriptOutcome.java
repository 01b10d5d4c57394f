package org.lvsdirector.vrrp.machine;

/**
 * How one run of a {@code vrrp_script} ended.
 *
 * @param status exit status, signal number, or 0 when it does not apply
 */
public record ScriptOutcome(Kind kind, int status) {

    /** Ways to end. */
    public enum Kind {
        /** Ended by itself; status 0 is success. */
        EXITED,
        /** Killed by a signal that the launcher did not send. */
        SIGNALLED,
        /** Killed by the launcher because it ran too long. */
        TIMED_OUT,
        /** Could not be started. */
        NOT_STARTED
    }

    /** A run that ended by itself. */
    public static ScriptOutcome exited(int status) {
        return new ScriptOutcome(Kind.EXITED, status);
    }

    /** A run that was stopped for taking too long. */
    public static ScriptOutcome timedOut() {
        return new ScriptOutcome(Kind.TIMED_OUT, 0);
    }

    /** Whether the run counts as a success. */
    public boolean succeeded() {
        return kind == Kind.EXITED && status == 0;
    }
}
