package org.lvsdirector.vrrp.linux;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.Route;
import org.lvsdirector.netlink.route.Routing;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.RuleEntry;

/** Takes off what a vrrp process has put on the host, also where that process is no more. */
public final class RoutingRemoval {
    private RoutingRemoval() {}

    /**
     * Removes a route or rule.
     *
     * @param links interfaces by name; null for one that is missing, with which its routes have gone
     * @return false if it was not there
     * @throws org.lvsdirector.netlink.route.InterfaceException if the kernel refuses
     */
    public static boolean remove(RoutingEntry entry, Routing routing, Function<String, @Nullable Link> links) {
        if (entry instanceof RouteEntry route) {
            Route translated = RoutingTranslation.route(route, links);
            return translated != null && routing.remove(translated);
        }
        return routing.remove(RoutingTranslation.rule((RuleEntry) entry));
    }
}
