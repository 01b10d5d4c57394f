package org.lvsdirector.control.message;

import org.lvsdirector.control.supervise.ChildRole;

/** The first line on a connection to the control socket: a child that attaches itself, or a command of a client with one {@link Reply}. */
public sealed interface Request {

    /** A child process: the connection is its link from now on. */
    record Attach(ChildRole role) implements Request {}

    /** {@code director status}. */
    record Status() implements Request {}

    /**
     * {@code director reload}.
     *
     * @param confirmSeconds how long {@link Confirm} may take before the old configuration runs again; 0 to need none
     */
    record Reload(int confirmSeconds) implements Request {}

    /** {@code director confirm}: what was reloaded on trial stays. */
    record Confirm() implements Request {}

    /** {@code director rollback}: run a configuration of the history again. */
    record Rollback(int number) implements Request {}

    /** {@code director stop}: the reply comes when the director has begun to stop, the connection ends when it has. */
    record Stop() implements Request {}

    /** {@code director heal}. */
    record Heal() implements Request {}
}
