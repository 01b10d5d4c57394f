package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.AddressOption;
import org.lvsdirector.config.GroupReference;
import org.lvsdirector.config.RoutingConfig;
import org.lvsdirector.config.StaticConfig;
import org.lvsdirector.config.TrackGroupConfig;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.vrrp.settings.RoutingEntry;

/** The {@code track_group} blocks, and which static entries name them. */
final class TrackGroupReader {
    private final Blocks blocks;
    private final Set<String> instances;
    private final Names names;
    private final Problems problems;

    /** @param instances names of all instances, even faulty ones */
    TrackGroupReader(Blocks blocks, Set<String> instances, Problems problems) {
        this.blocks = blocks;
        this.instances = instances;
        this.names = new Names("track_group", problems);
        this.problems = problems;
    }

    /** The same static entries with the groups that they belong to. */
    StaticConfig read(Block root, StaticConfig statics) {
        Map<String, Set<String>> members = new TreeMap<>();
        for (Entry opener : root.all("track_group")) {
            String name = names.of(opener);
            members.put(name, members(name, blocks.of(opener)));
        }
        statics.addresses().forEach(address -> check(address.trackGroup(), isTracked(address), members.keySet()));
        lines(statics).forEach(line -> check(line.trackGroup(), line.entry().tracked(), members.keySet()));
        List<TrackGroupConfig> groups = new ArrayList<>();
        members.forEach((name, of) -> groups.add(group(name, of, statics)));
        return new StaticConfig(statics.addresses(), statics.routing(), groups);
    }

    /** Members may share a line. */
    private Set<String> members(String group, Block block) {
        Set<String> members = new LinkedHashSet<>();
        for (Entry opener : block.all("group")) {
            for (Directive line : opener.directive().children()) {
                member(members, line.word(), line.place());
                for (Word word : line.arguments()) {
                    member(members, word.text(), line.placeOf(word));
                }
            }
        }
        if (members.isEmpty()) {
            problems.error(
                    block.placeOf("group"),
                    "track_group '" + group + "' has no members",
                    "add a block: group { INSTANCE ... }");
        }
        return members;
    }

    private void member(Set<String> members, String name, SourcePlace place) {
        members.add(name);
        if (!instances.contains(name)) {
            problems.error(
                    place,
                    "no vrrp_instance is called '" + name + "'",
                    Nearest.advice(name, instances, "name instances of this configuration"));
        }
    }

    private void check(@Nullable GroupReference reference, boolean tracked, Set<String> groups) {
        if (reference == null) {
            return;
        }
        if (!groups.contains(reference.name())) {
            problems.error(
                    reference.place(),
                    "no track_group is called '" + reference.name() + "'",
                    Nearest.advice(reference.name(), groups, "add a block: track_group NAME { ... }"));
        } else if (!tracked) {
            problems.warning(
                    reference.place(),
                    "'track_group' beside 'no_track' has no effect",
                    "remove no_track: what nobody looks after cannot be tracked");
        }
    }

    private static TrackGroupConfig group(String name, Set<String> members, StaticConfig statics) {
        List<AddressConfig> addresses = statics.addresses().stream()
                .filter(address -> isTracked(address) && isIn(name, address.trackGroup()))
                .toList();
        List<RoutingEntry> routing = lines(statics)
                .filter(line -> line.entry().tracked() && isIn(name, line.trackGroup()))
                .map(RoutingConfig.Line::entry)
                .toList();
        return new TrackGroupConfig(name, members, addresses, routing);
    }

    private static Stream<RoutingConfig.Line> lines(StaticConfig statics) {
        return Stream.concat(statics.routing().routes().stream(), statics.routing().rules().stream());
    }

    private static boolean isTracked(AddressConfig address) {
        return !address.options().contains(AddressOption.NOT_TRACKED);
    }

    private static boolean isIn(String group, @Nullable GroupReference reference) {
        return reference != null && reference.name().equals(group);
    }

    /** The word behind entries that go with the master: they are tracked by their instance anyway. */
    static void refuse(Stream<@Nullable GroupReference> virtual, Problems problems) {
        virtual.filter(Objects::nonNull)
                .forEach(reference -> problems.warning(
                        reference.place(),
                        "'track_group' means nothing here: it has no effect",
                        "it is for static entries; an instance looks after its own by itself"));
    }
}
