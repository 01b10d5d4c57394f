package org.lvsdirector.config;

import java.util.List;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A {@code vrrp_sync_group}: instances that change state together.
 *
 * @param members names of {@link VrrpInstanceConfig}s, each in no other group
 * @param scripts scripts that every member tracks
 * @param interfaces interfaces that every member tracks
 * @param items files, processes and sessions that every member tracks
 * @param trackingWeight let weighted trackers change the priority of members, which groups otherwise forbid
 */
public record SyncGroupConfig(
        String name,
        List<String> members,
        List<TrackedScript> scripts,
        List<TrackedInterface> interfaces,
        List<TrackedItem> items,
        boolean trackingWeight,
        NotifyScripts notifications,
        SourcePlace place) {
    public SyncGroupConfig {
        members = List.copyOf(members);
        scripts = List.copyOf(scripts);
        interfaces = List.copyOf(interfaces);
        items = List.copyOf(items);
    }
}
