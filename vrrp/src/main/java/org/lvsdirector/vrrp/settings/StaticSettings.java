package org.lvsdirector.vrrp.settings;

import java.util.List;

/**
 * Addresses, routes and rules that the process holds from its start to its end, whoever is MASTER.
 *
 * @param addresses each with an interface of its own
 * @param groups those of them that instances depend on, with unique names
 */
public record StaticSettings(List<VirtualAddress> addresses, List<RoutingEntry> routing, List<TrackGroup> groups) {
    /** None at all. */
    public static final StaticSettings NONE = new StaticSettings(List.of(), List.of());

    public StaticSettings {
        addresses = List.copyOf(addresses);
        routing = List.copyOf(routing);
        groups = List.copyOf(groups);
    }

    /** With nobody who depends on them. */
    public StaticSettings(List<VirtualAddress> addresses, List<RoutingEntry> routing) {
        this(addresses, routing, List.of());
    }

    /** Whether there is nothing of the kind. */
    public boolean isEmpty() {
        return addresses.isEmpty() && routing.isEmpty();
    }
}
