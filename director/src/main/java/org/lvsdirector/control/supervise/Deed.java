package org.lvsdirector.control.supervise;

/** What the supervisor wants done; the parent does it at once and in order. */
public sealed interface Deed {

    /** Start a child process and answer with {@link Supervisor#spawned}. */
    record Spawn(ChildRole role) implements Deed {}

    /** SIGKILL to a child that no longer beats, did not come up, or did not stop. */
    record Kill(ChildRole role, String reason) implements Deed {}

    /** Ask a child to stop cleanly: vrrp gives the addresses up, checkers takes its services out of the table. */
    record Stop(ChildRole role) implements Deed {}

    /** Ask a child to leave everything as it is and go: its successor is started when it has gone. */
    record Replace(ChildRole role) implements Deed {}

    /**
     * A child has no process any more and never will: take away what it may have left, unless it said good-bye in order. Addresses go before
     * services.
     */
    record Sweep(ChildRole role) implements Deed {}

    /** All children run: a launcher that waits may return. */
    record Up() implements Deed {}

    /** Something an operator should read. */
    record Warn(String message) implements Deed {}

    /** Everything has stopped: leave with this exit code. */
    record Leave(int exitCode) implements Deed {}
}
