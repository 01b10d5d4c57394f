package org.lvsdirector.vrrp.settings;

import java.util.List;

/**
 * Instances that are MASTER together or not at all.
 *
 * @param members names of instances, at least one
 * @param tracked trackers that every member heeds
 * @param trackingWeight whether weighted trackers of members still change their priority; else their weights are ignored
 */
public record SyncGroupSettings(String name, List<String> members, List<Tracked> tracked, boolean trackingWeight) {
    public SyncGroupSettings {
        members = List.copyOf(members);
        tracked = List.copyOf(tracked);
    }

    /** A group without trackers of its own. */
    public static SyncGroupSettings of(String name, String... members) {
        return new SyncGroupSettings(name, List.of(members), List.of(), false);
    }
}
