package org.lvsdirector.netlink.generic;

import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkException;

/** The running kernel has no such generic netlink family, not even as a module that it could load. */
public final class NoSuchFamilyException extends NetlinkException {
    private static final long serialVersionUID = 1L;

    private final String family;

    NoSuchFamilyException(String family, NetlinkException cause) {
        super("look up the generic netlink family " + family, Errno.ENOENT, "this kernel has none of that name");
        this.family = family;
        initCause(cause);
    }

    /** The name that was asked for. */
    public String family() {
        return family;
    }
}
