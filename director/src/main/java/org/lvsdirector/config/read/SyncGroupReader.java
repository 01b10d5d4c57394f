package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.config.SyncGroupConfig;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.config.syntax.Word;

/** The {@code vrrp_sync_group} blocks. */
final class SyncGroupReader {
    private final Blocks blocks;
    private final TrackerReader trackers;
    private final NotifyReader notifications;
    private final Set<String> instances;
    private final Names names;
    private final Problems problems;
    private final Map<String, String> groupOf = new HashMap<>();

    /** @param instances names of all instances, even faulty ones */
    SyncGroupReader(
            Blocks blocks,
            TrackerReader trackers,
            NotifyReader notifications,
            Set<String> instances,
            Problems problems) {
        this.blocks = blocks;
        this.trackers = trackers;
        this.notifications = notifications;
        this.instances = instances;
        this.names = new Names("vrrp_sync_group", problems);
        this.problems = problems;
    }

    List<SyncGroupConfig> read(Block root) {
        List<SyncGroupConfig> groups = new ArrayList<>();
        for (Entry opener : root.all("vrrp_sync_group")) {
            String name = names.of(opener);
            Block block = blocks.of(opener);
            List<String> members = members(block, name);
            boolean trackingWeight = block.flag("sync_group_tracking_weight");
            groups.add(new SyncGroupConfig(
                    name,
                    members,
                    trackers.scripts(block),
                    trackers.interfaces(block),
                    trackers.items(block),
                    trackingWeight,
                    notifications.read(block),
                    block.place()));
        }
        return groups;
    }

    /** Members may share a line. */
    private List<String> members(Block block, String group) {
        List<String> members = new ArrayList<>();
        for (Entry opener : block.all("group")) {
            for (Directive line : opener.directive().children()) {
                member(members, group, line.word(), line.place());
                for (Word word : line.arguments()) {
                    member(members, group, word.text(), line.placeOf(word));
                }
            }
        }
        if (members.isEmpty()) {
            problems.error(
                    block.placeOf("group"),
                    "vrrp_sync_group '" + group + "' has no members",
                    "add a block: group { INSTANCE ... }");
        } else if (members.size() == 1) {
            problems.warning(
                    block.placeOf("group"),
                    "vrrp_sync_group '" + group + "' has only one member",
                    "add the instances that should move with it");
        }
        return members;
    }

    private void member(List<String> members, String group, String name, SourcePlace place) {
        members.add(name);
        if (!instances.contains(name)) {
            problems.error(
                    place,
                    "no vrrp_instance is called '" + name + "'",
                    Nearest.advice(name, instances, "name instances of this configuration"));
        }
        String other = groupOf.putIfAbsent(name, group);
        if (other != null) {
            problems.error(
                    place,
                    "'" + name + "' is already a member of '" + other + "'",
                    "an instance belongs to one group at most");
        }
    }
}
