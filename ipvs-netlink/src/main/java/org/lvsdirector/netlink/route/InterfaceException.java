package org.lvsdirector.netlink.route;

import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkException;

/** The kernel refused a request about links or addresses. The message says what was tried, on whom, and why it failed. */
public final class InterfaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Errno errno;

    /** The same failure in this room's words. */
    InterfaceException(NetlinkException cause) {
        super(cause.getMessage(), cause);
        this.errno = cause.errno();
    }

    public InterfaceException(String message, Errno errno) {
        super(message);
        this.errno = errno;
    }

    /** Why: the kernel's error number by name. */
    public Errno errno() {
        return errno;
    }
}
