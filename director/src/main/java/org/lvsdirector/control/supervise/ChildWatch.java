package org.lvsdirector.control.supervise;

/** What the supervisor knows of one child. */
final class ChildWatch {

    /** The life of a child. */
    enum Phase {
        /** The configuration has no work for it. */
        IDLE,
        /** It waits for the other child's first table, until {@link #deadline}. */
        HELD,
        /** It died and comes back at {@link #deadline}. */
        RESTING,
        /** It was started and has to be ready by {@link #deadline}. */
        STARTING,
        /** It beats. */
        RUNNING,
        /** It was asked to stop and is killed at {@link #deadline}. */
        STOPPING
    }

    final ChildRole role;
    Phase phase = Phase.IDLE;
    boolean wanted;
    /** When the phase ends by itself, nanoseconds; no meaning in IDLE and RUNNING. */
    long deadline;
    /** When it last proved that it lives, nanoseconds. */
    long lastBeat;
    /** When it became ready, nanoseconds. */
    long readySince;

    long restartDelay;
    int restarts;
    boolean killed;

    ChildWatch(ChildRole role) {
        this.role = role;
    }

    boolean alive() {
        return phase == Phase.STARTING || phase == Phase.RUNNING || phase == Phase.STOPPING;
    }
}
