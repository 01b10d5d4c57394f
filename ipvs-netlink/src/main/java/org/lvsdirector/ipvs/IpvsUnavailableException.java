package org.lvsdirector.ipvs;

import org.lvsdirector.linux.Errno;

/**
 * The running kernel has no IPVS, nor a module that it could load. The errno is that of ipvsadm's older interface,
 * {@code ENOPROTOOPT}, so that its users find the words they know.
 */
public final class IpvsUnavailableException extends IpvsException {
    private static final long serialVersionUID = 1L;

    IpvsUnavailableException(Throwable cause) {
        super(
                "this kernel has no IPVS (generic netlink family " + IpvsConstants.IPVS_GENL_NAME
                        + "): load its module with 'modprobe ip_vs', or run a kernel built with CONFIG_IP_VS",
                Errno.ENOPROTOOPT,
                cause);
    }
}
