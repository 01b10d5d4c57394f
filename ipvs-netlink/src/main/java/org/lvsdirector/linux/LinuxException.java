package org.lvsdirector.linux;

/**
 * A system call failed. The message says what was tried, on what, and the kernel's reason, as in
 * {@code bind to 10.0.0.1: EADDRNOTAVAIL (Cannot assign requested address)}.
 */
public final class LinuxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Errno errno;
    private final int errnoNumber;

    /**
     * @param operation what was tried, and on what
     * @param errnoNumber positive error number
     */
    public LinuxException(String operation, int errnoNumber) {
        super(operation + ": " + Errno.describe(errnoNumber));
        this.operation = operation;
        this.errno = Errno.ofNumber(errnoNumber);
        this.errnoNumber = errnoNumber;
    }

    public LinuxException(String operation, Errno errno) {
        this(operation, errno.number());
    }

    /** What was tried, and on what. */
    public String operation() {
        return operation;
    }

    /** Why it failed; {@link Errno#UNKNOWN} for a number this project has no name for. */
    public Errno errno() {
        return errno;
    }

    /** The kernel's positive number, also where {@link #errno()} has no name for it. */
    public int errnoNumber() {
        return errnoNumber;
    }
}
