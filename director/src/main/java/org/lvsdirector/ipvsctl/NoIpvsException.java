package org.lvsdirector.ipvsctl;

import org.lvsdirector.ipvs.IpvsException;

/** The kernel's IPVS cannot be reached at all. The message is what ipvsadm prints; the exit code is 2. */
final class NoIpvsException extends Exception {
    private static final long serialVersionUID = 1L;

    static final int EXIT_CODE = 2;

    NoIpvsException(IpvsException cause) {
        super(
                "Can't initialize ipvs: " + KernelErrors.ofAny(cause)
                        + "\nAre you sure that IP Virtual Server is built in the kernel or as module?",
                cause);
    }
}
