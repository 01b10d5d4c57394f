package org.lvsdirector.check;

import org.jspecify.annotations.Nullable;

/**
 * What one try of a check found.
 *
 * @param detail in words for people, such as {@code Connection refused}; empty after a success
 * @param endedNanos when the try ended, on the monotonic clock
 * @param durationNanos how long it took
 * @param weightChange what this check adds to the real server's weight from now on, perhaps negative; null: what it added before
 */
public record CheckResult(
        Cause cause,
        String detail,
        long endedNanos,
        long durationNanos,
        @Nullable Integer weightChange) {

    /** One that says nothing of weights. */
    public CheckResult(Cause cause, String detail, long endedNanos, long durationNanos) {
        this(cause, detail, endedNanos, durationNanos, null);
    }

    /** What a result says of the real server. */
    public enum Verdict {
        /** It answered as it should. */
        SUCCEEDED,
        /** It did not, or cannot be reached from here. */
        FAILED,
        /** Nothing: the try failed on this machine for want of something local. The real server stays what it was. */
        INCONCLUSIVE
    }

    /** Why, in the least detail that a reader or a counter needs. */
    public enum Cause {
        ANSWERED(Verdict.SUCCEEDED),
        REFUSED(Verdict.FAILED),
        TIMED_OUT(Verdict.FAILED),
        /** No route, or a router or the neighbour table says that nobody is there. */
        UNREACHABLE(Verdict.FAILED),
        /** The connection broke after it was made. */
        BROKEN(Verdict.FAILED),
        /** It answered, but not as it should. */
        WRONG_ANSWER(Verdict.FAILED),
        /** EMFILE, ENFILE, ENOBUFS, ENOMEM. */
        LOCAL_RESOURCES(Verdict.INCONCLUSIVE),
        /** The source address, port or device cannot be had: EADDRNOTAVAIL, EADDRINUSE, ENODEV. */
        LOCAL_ADDRESS(Verdict.INCONCLUSIVE),
        /** EPERM, EACCES: a missing capability, or this machine's own packet filter. */
        LOCAL_PERMISSION(Verdict.INCONCLUSIVE),
        /** This machine's fault in some other way; the detail says which. */
        LOCAL_OTHER(Verdict.INCONCLUSIVE);

        private final Verdict verdict;

        Cause(Verdict verdict) {
            this.verdict = verdict;
        }

        /** What a result with this cause says of the real server. */
        public Verdict verdict() {
            return verdict;
        }
    }

    /** What this result says of the real server. */
    public Verdict verdict() {
        return cause.verdict();
    }
}
