package org.lvsdirector.config;

import java.util.List;

/**
 * What the process holds whoever is master: {@code static_ipaddress}, {@code static_routes}, {@code static_rules}.
 *
 * @param addresses each with a device
 * @param groups which of them instances depend on
 */
public record StaticConfig(List<AddressConfig> addresses, RoutingConfig routing, List<TrackGroupConfig> groups) {

    public StaticConfig {
        addresses = List.copyOf(addresses);
        groups = List.copyOf(groups);
    }

    /** Whether there is nothing to hold. */
    public boolean isEmpty() {
        return addresses.isEmpty()
                && routing.routes().isEmpty()
                && routing.rules().isEmpty();
    }
}
