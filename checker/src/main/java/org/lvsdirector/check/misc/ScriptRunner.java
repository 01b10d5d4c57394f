package org.lvsdirector.check.misc;

import org.lvsdirector.check.CheckId;

/** Runs the commands of checks: the port to whoever may start processes. */
public interface ScriptRunner {

    /**
     * Starts the command of a check. It is ended when its time is up.
     *
     * @param listener told once how it ended, on the engine's thread
     */
    void run(CheckId check, Listener listener);

    /** Told how a command ended. */
    interface Listener {

        /** By itself, with this status; 128 and more after a signal. */
        void exited(int status);

        /** It took too long, and was ended. */
        void timedOut();

        /** It did not run at all, which is this machine's fault. */
        void notStarted(String reason);
    }
}
