package org.lvsdirector.vrrp.runtime;

import java.util.List;
import org.lvsdirector.vrrp.machine.Resumption;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.settings.VirtualInterface;

/**
 * What a driver begins with.
 *
 * @param resumptions instances that a former process held as MASTER a moment ago; empty at a cold start
 * @param leftovers addresses of the ledger that a former process may have left on interfaces; they are removed before the first packet, as
 *     are the addresses of all instances that do not become MASTER by resumption
 * @param leftoverRouting the same of routes and rules, in the order in which they were added
 * @param leftoverLinks interfaces that a former process may have left; those that the settings want are taken over
 */
public record StartOrder(
        RouterSettings settings,
        List<Resumption> resumptions,
        List<Leftover> leftovers,
        List<RoutingEntry> leftoverRouting,
        List<VirtualInterface> leftoverLinks) {

    /** An address that someone once put on an interface, by name. */
    public record Leftover(String interfaceName, VirtualAddress address) {}

    public StartOrder {
        resumptions = List.copyOf(resumptions);
        leftovers = List.copyOf(leftovers);
        leftoverRouting = List.copyOf(leftoverRouting);
        leftoverLinks = List.copyOf(leftoverLinks);
    }

    /** With addresses alone to be removed. */
    public StartOrder(RouterSettings settings, List<Resumption> resumptions, List<Leftover> leftovers) {
        this(settings, resumptions, leftovers, List.of(), List.of());
    }

    /** A start from nothing. */
    public static StartOrder cold(RouterSettings settings) {
        return new StartOrder(settings, List.of(), List.of());
    }
}
