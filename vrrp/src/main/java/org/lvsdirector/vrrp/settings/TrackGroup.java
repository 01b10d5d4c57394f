package org.lvsdirector.vrrp.settings;

import java.util.List;

/**
 * Static entries that instances depend on: while one of them is gone and cannot be put back, whoever tracks the group is at FAULT.
 *
 * @param name that instances track, see {@link TrackerKind#STATIC}
 * @param addresses of {@link StaticSettings#addresses}
 * @param routing of {@link StaticSettings#routing}
 */
public record TrackGroup(String name, List<VirtualAddress> addresses, List<RoutingEntry> routing) {
    public TrackGroup {
        addresses = List.copyOf(addresses);
        routing = List.copyOf(routing);
    }
}
