package org.lvsdirector.vrrp.settings;

import java.util.List;

/**
 * Everything that the vrrp process is asked to do.
 *
 * @param instances in the order of the configuration; names and keys are unique
 * @param syncGroups an instance is a member of at most one
 * @param garpIntervalNanos least time between two gratuitous ARP packets on one interface; 0 for none (the announcer's business)
 * @param gnaIntervalNanos the same for neighbour advertisements
 * @param garpGroups interfaces with a pace of their own; an interface is in at most one
 * @param statics what the process holds whoever is MASTER
 */
public record RouterSettings(
        List<InstanceSettings> instances,
        List<SyncGroupSettings> syncGroups,
        List<ScriptSettings> scripts,
        long garpIntervalNanos,
        long gnaIntervalNanos,
        RouterOptions options,
        StaticSettings statics,
        List<GarpGroup> garpGroups,
        TrackingSettings tracking) {
    /** Nothing at all to do. */
    public static final RouterSettings EMPTY = of(List.of());

    public RouterSettings {
        instances = List.copyOf(instances);
        syncGroups = List.copyOf(syncGroups);
        scripts = List.copyOf(scripts);
        garpGroups = List.copyOf(garpGroups);
    }

    /** With the usual options. */
    public RouterSettings(
            List<InstanceSettings> instances,
            List<SyncGroupSettings> syncGroups,
            List<ScriptSettings> scripts,
            long garpIntervalNanos,
            long gnaIntervalNanos) {
        this(
                instances,
                syncGroups,
                scripts,
                garpIntervalNanos,
                gnaIntervalNanos,
                RouterOptions.DEFAULT,
                StaticSettings.NONE,
                List.of(),
                TrackingSettings.NONE);
    }

    /** The same with other options. */
    public RouterSettings withOptions(RouterOptions other) {
        return new RouterSettings(
                instances,
                syncGroups,
                scripts,
                garpIntervalNanos,
                gnaIntervalNanos,
                other,
                statics,
                garpGroups,
                tracking);
    }

    /** The same with other static addresses, routes and rules. */
    public RouterSettings withStatics(StaticSettings other) {
        return new RouterSettings(
                instances,
                syncGroups,
                scripts,
                garpIntervalNanos,
                gnaIntervalNanos,
                options,
                other,
                garpGroups,
                tracking);
    }

    /** The same with other groups of interfaces. */
    public RouterSettings withGarpGroups(List<GarpGroup> other) {
        return new RouterSettings(
                instances, syncGroups, scripts, garpIntervalNanos, gnaIntervalNanos, options, statics, other, tracking);
    }

    /** The same with other things to track. */
    public RouterSettings withTracking(TrackingSettings other) {
        return new RouterSettings(
                instances,
                syncGroups,
                scripts,
                garpIntervalNanos,
                gnaIntervalNanos,
                options,
                statics,
                garpGroups,
                other);
    }

    /** Instances alone. */
    public static RouterSettings of(List<InstanceSettings> instances) {
        return new RouterSettings(instances, List.of(), List.of(), 0, 0);
    }
}
