package org.lvsdirector.vrrp.linux;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.LinkChanges;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/** Takes off an interface that a vrrp process has made, also where that process is no more. */
public final class VirtualLinkRemoval {
    private VirtualLinkRemoval() {}

    /**
     * Removes a virtual interface. What has its name but is something else stays.
     *
     * @param links all that there are
     * @return false if it was not there
     * @throws org.lvsdirector.netlink.route.InterfaceException if the kernel refuses
     */
    public static boolean remove(VirtualInterface made, Collection<Link> links, LinkChanges changes) {
        Link base = named(made.base(), links);
        Link link = named(made.name(), links);
        return base != null
                && link != null
                && MadeLink.isLike(link, made, base.index())
                && changes.remove(link.index());
    }

    private static @Nullable Link named(String name, Collection<Link> links) {
        return links.stream()
                .filter(link -> link.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
