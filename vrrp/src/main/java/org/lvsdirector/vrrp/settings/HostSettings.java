package org.lvsdirector.vrrp.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * What an instance changes on its host beside its addresses.
 *
 * @param routes what MASTER adds, in this order, after the addresses
 * @param rules what MASTER adds after the routes
 * @param promotesSecondaries whether an address of the instance's interface may go without taking others of its subnet along
 * @param interfaces what it makes to hold its addresses
 */
public record HostSettings(
        List<RouteEntry> routes, List<RuleEntry> rules, boolean promotesSecondaries, VirtualInterfaces interfaces) {
    /** Nothing. */
    public static final HostSettings NONE = new HostSettings(List.of(), List.of(), false);

    public HostSettings {
        routes = List.copyOf(routes);
        rules = List.copyOf(rules);
    }

    /** Without interfaces of its own. */
    public HostSettings(List<RouteEntry> routes, List<RuleEntry> rules, boolean promotesSecondaries) {
        this(routes, rules, promotesSecondaries, VirtualInterfaces.NONE);
    }

    /** Routes and rules in the order in which they are added; they are removed in the opposite one. */
    public List<RoutingEntry> routing() {
        List<RoutingEntry> all = new ArrayList<>(routes);
        all.addAll(rules);
        return List.copyOf(all);
    }
}
