package org.lvsdirector.vrrp.linux;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.NetlinkSocket;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.Route;
import org.lvsdirector.netlink.route.Routing;
import org.lvsdirector.netlink.route.RoutingEvents;
import org.lvsdirector.netlink.route.RoutingEvents.Removal;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.runtime.RoutingTable;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.RuleEntry;

/** Routes and rules, by rtnetlink. Listens for removals only while there is something whose removal would matter. */
final class RouteRoutingTable implements RoutingTable {
    private final Routing routing;
    private final Function<String, @Nullable Link> links;
    private final LinuxWaiter waiter;
    private final Map<RoutingEntry, Removal> watched = new HashMap<>();
    private @Nullable NetlinkSocket socket;
    private @Nullable RoutingEvents events;
    private boolean removed;

    /**
     * @param routing closed with this
     * @param links interfaces by name; null for one that is missing
     */
    RouteRoutingTable(Routing routing, Function<String, @Nullable Link> links, LinuxWaiter waiter) {
        this.routing = routing;
        this.links = links;
        this.waiter = waiter;
    }

    @Override
    public boolean add(RoutingEntry entry) {
        if (entry.tracked()) {
            watch(entry);
        }
        try {
            if (entry instanceof RouteEntry route) {
                Route translated = RoutingTranslation.route(route, links);
                if (translated == null) {
                    throw new PortException("cannot add " + entry.text() + ": an interface that it names is missing");
                }
                return routing.add(translated, RoutingTranslation.placement(route));
            }
            return routing.add(RoutingTranslation.rule((RuleEntry) entry));
        } catch (InterfaceException e) {
            throw new PortException("cannot " + e.getMessage(), e);
        }
    }

    @Override
    public boolean remove(RoutingEntry entry) {
        watched.remove(entry);
        try {
            return RoutingRemoval.remove(entry, routing, links);
        } catch (InterfaceException e) {
            throw new PortException("cannot " + e.getMessage(), e);
        }
    }

    private void watch(RoutingEntry entry) {
        if (events == null) {
            NetlinkSocket opened = RoutingEvents.subscribe();
            socket = opened;
            events = new RoutingEvents(opened);
            waiter.add(opened);
        }
        watched.put(entry, RemovalKeys.of(inItsTable(entry)));
    }

    /** One whose VRF is missing cannot be removed either. */
    private RoutingEntry inItsTable(RoutingEntry entry) {
        RouteEntry resolved = entry instanceof RouteEntry route ? RoutingTranslation.resolved(route, links) : null;
        return resolved == null ? entry : resolved;
    }

    @Override
    public boolean takeRemovals() {
        RoutingEvents present = events;
        if (present == null) {
            return false;
        }
        removed = false;
        try {
            present.poll(removal -> removed |= matters(removal));
        } catch (InterfaceException e) {
            throw new PortException("cannot follow routes: " + e.getMessage(), e);
        }
        return removed;
    }

    private boolean matters(Removal removal) {
        return removal instanceof Removal.Unknown || watched.containsValue(removal);
    }

    @Override
    public void close() {
        NetlinkSocket open = socket;
        RoutingEvents present = events;
        if (open != null && present != null) {
            waiter.remove(open);
            present.close();
        }
        routing.close();
    }
}
