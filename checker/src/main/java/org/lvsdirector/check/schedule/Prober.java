package org.lvsdirector.check.schedule;

import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;

/** Does the tries of checks without blocking; one of each kind of probe exists in the rooms beside this one. */
public interface Prober {

    /**
     * Starts a try. It may end before this returns.
     *
     * @param stage which part of a probe in stages, from 0; 0 for all others
     * @param outcome told the cause and detail exactly once, on the engine's thread, unless the try is cancelled first
     */
    Try start(CheckSpec spec, int stage, Outcome outcome);

    /** A try under way. */
    interface Try {

        /** Ends it without an outcome; nothing stays open. After the outcome this does nothing. */
        void cancel();

        /** In words, what it means that nothing came of it in time. */
        default String silence() {
            return "no answer in time";
        }
    }

    /** Told how a try ended. */
    @FunctionalInterface
    interface Outcome {
        void ended(CheckResult.Cause cause, String detail);

        /**
         * It ended with a word on the real server's weight.
         *
         * @param weightChange what this check adds to it from now on, perhaps negative
         */
        default void ended(CheckResult.Cause cause, String detail, int weightChange) {
            ended(cause, detail);
        }

        /** Something came of it, though it is not at its end: its time-out begins anew. */
        default void progressed() {}
    }
}
