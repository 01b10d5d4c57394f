package org.lvsdirector.config.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.config.SyncGroupConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.AddressFamily;

/** What instances must not do to each other. */
final class InstanceChecks {
    private final Problems problems;

    InstanceChecks(Problems problems) {
        this.problems = problems;
    }

    /** What virtual routers are told apart by, also where their groups or peers differ: the numbers are plenty. */
    private record Channel(String interfaceName, AddressFamily family, int virtualRouterId) {}

    void check(List<VrrpInstanceConfig> instances, List<SyncGroupConfig> groups) {
        Map<Channel, VrrpInstanceConfig> channels = new HashMap<>();
        for (VrrpInstanceConfig instance : instances) {
            Channel channel = new Channel(instance.interfaceName(), instance.family(), instance.virtualRouterId());
            VrrpInstanceConfig first = channels.putIfAbsent(channel, instance);
            if (first != null) {
                problems.error(
                        instance.place(),
                        "'" + instance.name() + "' and '" + first.name() + "' both use virtual_router_id "
                                + instance.virtualRouterId() + " with " + Addresses.name(instance.family()) + " on "
                                + instance.interfaceName(),
                        "give one of them another virtual_router_id");
            }
        }
        ignoredWeights(instances, groups);
    }

    private void ignoredWeights(List<VrrpInstanceConfig> instances, List<SyncGroupConfig> groups) {
        Set<String> grouped = new HashSet<>();
        for (SyncGroupConfig group : groups) {
            if (!group.trackingWeight()) {
                grouped.addAll(group.members());
            }
        }
        for (VrrpInstanceConfig instance : instances) {
            boolean owner = instance.priority() == ElectionReader.OWNER;
            if (owner || grouped.contains(instance.name())) {
                String why = owner ? "the owner of the addresses" : "a member of a sync group";
                instance.scripts().stream()
                        .filter(script -> script.weight() != 0)
                        .forEach(script -> ignored(script.place(), script.script(), instance, why));
                instance.items().stream()
                        .filter(item -> item.weight() != 0)
                        .forEach(item -> ignored(item.place(), item.name(), instance, why));
            }
        }
    }

    private void ignored(SourcePlace place, String tracker, VrrpInstanceConfig instance, String why) {
        problems.warning(
                place,
                "'" + instance.name() + "' is " + why + ", so the weight of '" + tracker + "' has no effect",
                "use weight 0 to make its failure a FAULT");
    }
}
