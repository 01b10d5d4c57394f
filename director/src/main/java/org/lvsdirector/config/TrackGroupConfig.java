package org.lvsdirector.config;

import java.util.List;
import java.util.Set;
import org.lvsdirector.vrrp.settings.RoutingEntry;

/**
 * A {@code track_group}: instances that must not serve without certain static entries.
 *
 * @param members names of instances that exist
 * @param addresses those that name the group, as are {@code routing}
 */
public record TrackGroupConfig(
        String name, Set<String> members, List<AddressConfig> addresses, List<RoutingEntry> routing) {
    public TrackGroupConfig {
        members = Set.copyOf(members);
        addresses = List.copyOf(addresses);
        routing = List.copyOf(routing);
    }
}
