package org.lvsdirector.control.probe;

import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.linux.Errno;

/** Whose fault an error number is. */
final class Causes {
    private Causes() {}

    /** @param otherwise for numbers that mean different things at different steps */
    static Cause of(Errno errno, Cause otherwise) {
        return switch (errno) {
            case ECONNREFUSED -> Cause.REFUSED;
            case ETIMEDOUT -> Cause.TIMED_OUT;
            case ENETUNREACH, EHOSTUNREACH, EHOSTDOWN, ENETDOWN -> Cause.UNREACHABLE;
            case ECONNRESET, EPIPE -> Cause.BROKEN;
            case EMFILE, ENOBUFS, ENOMEM -> Cause.LOCAL_RESOURCES;
            case EADDRNOTAVAIL, EADDRINUSE, ENODEV -> Cause.LOCAL_ADDRESS;
            case EPERM, EACCES -> Cause.LOCAL_PERMISSION;
            default -> otherwise;
        };
    }
}
