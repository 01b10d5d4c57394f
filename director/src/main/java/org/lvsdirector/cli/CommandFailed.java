package org.lvsdirector.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot do its work. The message is one sentence for the operator; none if all has been said already. */
final class CommandFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    CommandFailed(int exitCode, @Nullable String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
