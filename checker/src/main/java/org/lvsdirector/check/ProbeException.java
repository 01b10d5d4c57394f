package org.lvsdirector.check;

/** A probe's socket could not be opened or connected; tells whose fault it is. */
public final class ProbeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final CheckResult.Cause failure;

    /**
     * Without a stack trace: with thousands of checks against dead servers these are everyday values.
     *
     * @param detail in words for people, such as {@code Connection refused}
     */
    public ProbeException(CheckResult.Cause failure, String detail) {
        super(detail, null, false, false);
        this.failure = failure;
    }

    /** In words for people. */
    public String detail() {
        String message = getMessage();
        return message == null ? failure.name() : message;
    }

    /** Why, and so whether the real server is to blame. */
    public CheckResult.Cause failure() {
        return failure;
    }
}
