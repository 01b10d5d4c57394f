package org.lvsdirector.control.script;

/** Sends signals to process groups: the one system call that scripts need and the JDK lacks. */
@FunctionalInterface
public interface ProcessSignals {
    /** SIGTERM. */
    int TERM = 15;

    /** SIGKILL. */
    int KILL = 9;

    /** Sends {@code signal} to every process of the group whose leader is {@code leader}; no group is no error. */
    void signalGroup(long leader, int signal);
}
