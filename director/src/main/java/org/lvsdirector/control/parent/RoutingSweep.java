package org.lvsdirector.control.parent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.netlink.route.Interfaces;
import org.lvsdirector.netlink.route.KernelInterfaces;
import org.lvsdirector.netlink.route.KernelRouting;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.Routing;
import org.lvsdirector.vrrp.linux.RoutingRemoval;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away routes and rules that a vrrp process has left that is no more. */
final class RoutingSweep {
    private static final Logger LOG = LoggerFactory.getLogger(RoutingSweep.class);

    private RoutingSweep() {}

    /** Removes these where they are, the last first; false if some may be left. */
    static boolean of(List<RoutingEntry> entries) {
        if (entries.isEmpty()) {
            return true;
        }
        List<RoutingEntry> backwards = new ArrayList<>(entries);
        Collections.reverse(backwards);
        boolean complete = true;
        try (Interfaces interfaces = KernelInterfaces.open();
                Routing routing = KernelRouting.open()) {
            Map<String, Link> links = new HashMap<>();
            interfaces.links().forEach(link -> links.put(link.name(), link));
            for (RoutingEntry entry : backwards) {
                complete &= remove(entry, routing, links);
            }
        } catch (RuntimeException failure) {
            LOG.error("{}. Routes and rules may be left; the ledger names them", failure.getMessage());
            return false;
        }
        return complete;
    }

    private static boolean remove(RoutingEntry entry, Routing routing, Map<String, Link> links) {
        try {
            if (RoutingRemoval.remove(entry, routing, links::get)) {
                LOG.warn("Removed {}, which was left there", entry.text());
            }
            return true;
        } catch (RuntimeException failure) {
            LOG.error("{}. It stays in the ledger", failure.getMessage());
            return false;
        }
    }
}
