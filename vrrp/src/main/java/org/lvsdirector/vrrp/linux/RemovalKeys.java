package org.lvsdirector.vrrp.linux;

import org.lvsdirector.netlink.route.RoutingEvents.Removal;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.RuleEntry;

/** How the kernel would tell of the removal of something of ours. */
final class RemovalKeys {
    private static final int IPV6_BYTES = 16;

    private RemovalKeys() {}

    static Removal of(RoutingEntry entry) {
        if (entry instanceof RuleEntry rule) {
            return new Removal.OfRule(rule.ipv6(), rule.priority());
        }
        RouteEntry route = (RouteEntry) entry;
        return new Removal.OfRoute(
                isIpv6(route.destination()),
                route.destination().length() == 0 ? null : route.destination().address(),
                route.destination().length(),
                route.table());
    }

    private static boolean isIpv6(Prefix prefix) {
        return prefix.address().getAddress().length == IPV6_BYTES;
    }
}
