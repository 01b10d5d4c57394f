package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;

/** Who is there: instances by key, the units they move in, scripts, and what is known of links. */
final class Roster {
    /** Where the process stands; only a running one acts. */
    enum Phase {
        BEFORE_START,
        /** Started, but not to begin before {@link #beginNanos}. */
        WAITING,
        RUNNING,
        STOPPED
    }

    private final Scripts scripts = new Scripts();
    private final Surroundings surroundings = new Surroundings(scripts);
    private final Map<InstanceKey, Instance> instances = new LinkedHashMap<>();
    private final Map<InstanceKey, SyncUnit> unitOf = new HashMap<>();
    private List<SyncUnit> units = List.of();
    private RouterSettings settings;

    Phase phase = Phase.BEFORE_START;

    /** When a start that has to wait may begin. */
    long beginNanos;

    Roster(RouterSettings settings) {
        this.settings = settings;
        surroundings.links().configure(settings.tracking().linkDelays());
        for (InstanceSettings each : settings.instances()) {
            add(each, groupOf(settings, each), 0);
        }
        formUnits();
    }

    /** Adds an instance that is not in any unit yet. */
    Instance add(InstanceSettings each, @Nullable SyncGroupSettings group, long nowNanos) {
        Instance instance = new Instance(each, group, nowNanos);
        instance.claims.configure(settings.options().probesAddresses());
        instances.put(instance.key(), instance);
        return instance;
    }

    void remove(InstanceKey key) {
        instances.remove(key);
    }

    void settings(RouterSettings next) {
        settings = next;
        surroundings.links().configure(next.tracking().linkDelays());
        instances.values().forEach(each -> each.claims.configure(next.options().probesAddresses()));
    }

    /** Groups the instances as the settings say, in the order of the configuration. */
    void formUnits() {
        List<SyncUnit> formed = new ArrayList<>();
        unitOf.clear();
        for (InstanceSettings each : settings.instances()) {
            if (!unitOf.containsKey(each.key())) {
                SyncGroupSettings group = groupOf(settings, each);
                SyncUnit unit = new SyncUnit(group, group == null ? List.of(instance(each)) : members(group));
                unit.members().forEach(member -> unitOf.put(member.key(), unit));
                formed.add(unit);
            }
        }
        units = List.copyOf(formed);
    }

    private List<Instance> members(SyncGroupSettings group) {
        return settings.instances().stream()
                .filter(each -> group.members().contains(each.name()))
                .map(this::instance)
                .toList();
    }

    private Instance instance(InstanceSettings each) {
        Instance instance = instances.get(each.key());
        if (instance == null) {
            throw new IllegalStateException("instance " + each.name() + " was not added");
        }
        return instance;
    }

    static @Nullable SyncGroupSettings groupOf(RouterSettings settings, InstanceSettings instance) {
        for (SyncGroupSettings group : settings.syncGroups()) {
            if (group.members().contains(instance.name())) {
                return group;
            }
        }
        return null;
    }

    RouterSettings settings() {
        return settings;
    }

    Scripts scripts() {
        return scripts;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    List<SyncUnit> units() {
        return units;
    }

    /** The instances in the order in which they came; a copy. */
    List<Instance> instances() {
        return List.copyOf(instances.values());
    }

    @Nullable
    Instance find(InstanceKey key) {
        return instances.get(key);
    }

    @Nullable
    SyncUnit unitOf(InstanceKey key) {
        return unitOf.get(key);
    }

    long nextDeadlineNanos() {
        if (phase == Phase.WAITING) {
            return beginNanos;
        }
        if (phase != Phase.RUNNING) {
            return VrrpRouter.NEVER;
        }
        long earliest =
                Math.min(scripts.nextDeadlineNanos(), surroundings.links().nextDueNanos());
        for (SyncUnit each : units) {
            earliest = Math.min(earliest, each.nextDeadlineNanos());
        }
        return earliest;
    }

    RouterStatus status() {
        List<GroupStatus> groups = new ArrayList<>();
        for (SyncUnit each : units) {
            SyncGroupSettings group = each.group();
            if (group != null) {
                groups.add(new GroupStatus(group.name(), each.state(), group.members()));
            }
        }
        return new RouterStatus(
                instances.values().stream().map(Instance::status).toList(),
                groups,
                scripts.status(),
                surroundings().readings().status());
    }
}
