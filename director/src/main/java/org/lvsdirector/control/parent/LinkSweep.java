package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.KernelInterfaces;
import org.lvsdirector.netlink.route.KernelLinkChanges;
import org.lvsdirector.netlink.route.LinkChanges;
import org.lvsdirector.vrrp.linux.VirtualLinkRemoval;
import org.lvsdirector.vrrp.settings.VirtualInterface;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away interfaces that a vrrp process has left that is no more, and puts back the kernel's settings that it changed for them. */
final class LinkSweep {
    private static final Logger LOG = LoggerFactory.getLogger(LinkSweep.class);

    private LinkSweep() {}

    /**
     * Removes these where they are; false if some may be left.
     *
     * @param ledger that names them
     */
    static boolean of(List<VirtualInterface> links, Path ledger) {
        new Sysctls(Sysctls.recordBeside(ledger)).restore();
        if (links.isEmpty()) {
            return true;
        }
        try (Interfaces interfaces = KernelInterfaces.open();
                LinkChanges changes = KernelLinkChanges.open()) {
            for (VirtualInterface link : links) {
                if (VirtualLinkRemoval.remove(link, interfaces.links(), changes)) {
                    LOG.warn("Removed {}, which was left there", link.text());
                }
            }
            return true;
        } catch (RuntimeException failure) {
            LOG.error("{}. Interfaces may be left; the ledger names them", failure.getMessage());
            return false;
        }
    }
}
