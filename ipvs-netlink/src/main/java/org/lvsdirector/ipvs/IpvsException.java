package org.lvsdirector.ipvs;

import org.lvsdirector.linux.Errno;

/** The kernel refused an IPVS request, or could not be asked. The message says what was tried, on whom, and why it failed. */
public class IpvsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Errno errno;

    public IpvsException(String message, Errno errno) {
        super(message);
        this.errno = errno;
    }

    public IpvsException(String message, Errno errno, Throwable cause) {
        super(message, cause);
        this.errno = errno;
    }

    /**
     * Whether the kernel's answer was lost, so that the change may have taken effect ({@code ENOBUFS}, {@code ETIMEDOUT}): the caller
     * has to dump and compare.
     */
    public boolean outcomeUnknown() {
        return errno == Errno.ENOBUFS || errno == Errno.ETIMEDOUT;
    }

    /** Why: the kernel's error number by name. */
    public Errno errno() {
        return errno;
    }
}
