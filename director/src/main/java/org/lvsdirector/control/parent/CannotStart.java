package org.lvsdirector.control.parent;

/** The director cannot start. The message is one sentence for the operator, or empty when all has been said already. */
public final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
