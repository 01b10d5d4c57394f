package org.lvsdirector.control;

import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.IpvsUnavailableException;
import org.lvsdirector.linux.Errno;

/** Exit codes of {@code director}. */
public final class ExitCode {
    /** Good, or warnings only. */
    public static final int OK = 0;

    /** Failed at run time. */
    public static final int RUN_TIME = 1;

    /** The configuration is refused. */
    public static final int CONFIGURATION = 2;

    /** The kernel has no IPVS. */
    public static final int NO_IPVS = 3;

    /** Not allowed: not root, or without the capabilities. */
    public static final int NO_PERMISSION = 4;

    /** There is no such file. */
    public static final int NO_FILE = 6;

    /** A director with this pid file runs already. */
    public static final int ALREADY_RUNNING = 7;

    /** Wrong words on the command line (sysexits.h: EX_USAGE). */
    public static final int USAGE = 64;

    private ExitCode() {}

    /** What a refusal of the kernel's table means for the whole program. */
    public static int of(IpvsException failure) {
        if (failure.errno() == Errno.EPERM || failure.errno() == Errno.EACCES) {
            return NO_PERMISSION;
        }
        return failure instanceof IpvsUnavailableException ? NO_IPVS : RUN_TIME;
    }
}
