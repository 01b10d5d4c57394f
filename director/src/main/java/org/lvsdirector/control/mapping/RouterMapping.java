package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ElectionConfig;
import org.lvsdirector.config.GarpConfig;
import org.lvsdirector.config.GarpGroupConfig;
import org.lvsdirector.config.SchedulingConfig;
import org.lvsdirector.config.StartState;
import org.lvsdirector.config.SyncGroupConfig;
import org.lvsdirector.config.TrackedInterface;
import org.lvsdirector.config.TrackedItem;
import org.lvsdirector.config.TrackedScript;
import org.lvsdirector.config.VrrpGlobalConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.VrrpScriptConfig;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.ExtraAnnouncements;
import org.lvsdirector.vrrp.settings.FirewallSettings;
import org.lvsdirector.vrrp.settings.GarpGroup;
import org.lvsdirector.vrrp.settings.GarpSchedule;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.Scheduling;
import org.lvsdirector.vrrp.settings.ScriptSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** The VRRP part of a configuration as settings of the vrrp process. */
final class RouterMapping {
    private final Configuration configuration;
    private final Set<String> runnable;
    private final LinkMapping links;

    /** @param runnable names of the track scripts that may run; trackers of others are left out, as keepalived leaves them out */
    RouterMapping(Configuration configuration, Set<String> runnable) {
        this.configuration = configuration;
        this.runnable = runnable;
        this.links = new LinkMapping(configuration);
    }

    RouterSettings settings() {
        VrrpGlobalConfig vrrp = configuration.globals().vrrp();
        List<InstanceSettings> instances =
                configuration.instances().stream().map(this::instance).toList();
        return new RouterSettings(
                instances,
                configuration.syncGroups().stream().map(this::group).toList(),
                scripts(),
                vrrp.garpInterval().toNanos(),
                vrrp.gnaInterval().toNanos(),
                new RouterOptions(
                        vrrp.startupDelay().toNanos(),
                        vrrp.delayAfterBoot().toNanos(),
                        vrrp.restoreAddresses(),
                        vrrp.logUnknownVrids(),
                        vrrp.probeAddresses(),
                        vrrp.silentLocalGroups(),
                        scheduling(vrrp.scheduling()),
                        new FirewallSettings(
                                vrrp.firewall().table(),
                                vrrp.firewall().priority(),
                                vrrp.firewall().counted(),
                                vrrp.firewall().iptables())),
                HostMapping.statics(configuration.statics()),
                configuration.garpGroups().stream()
                        .map(RouterMapping::garpGroup)
                        .toList(),
                TrackingMapping.of(configuration.tracking(), instances, ArbiterMapping.of(configuration.instances())));
    }

    static Scheduling scheduling(SchedulingConfig config) {
        return new Scheduling(
                config.nice(),
                config.realTimePriority(),
                config.realTimeLimitMicros(),
                config.noSwap(),
                config.processors());
    }

    /** Only scripts that somebody tracks: the others would run for nothing. */
    private List<ScriptSettings> scripts() {
        Set<String> tracked = Stream.concat(
                        configuration.instances().stream().flatMap(instance -> instance.scripts().stream()),
                        configuration.syncGroups().stream().flatMap(group -> group.scripts().stream()))
                .map(TrackedScript::script)
                .collect(Collectors.toSet());
        return configuration.scripts().stream()
                .filter(script -> tracked.contains(script.name()) && runnable.contains(script.name()))
                .map(RouterMapping::script)
                .toList();
    }

    private static ScriptSettings script(VrrpScriptConfig script) {
        return new ScriptSettings(
                script.name(), script.interval().toNanos(), script.rise(), script.fall(), script.startsFailed());
    }

    private SyncGroupSettings group(SyncGroupConfig group) {
        return new SyncGroupSettings(
                group.name(),
                group.members(),
                tracked(group.scripts(), group.interfaces(), group.items()),
                group.trackingWeight());
    }

    private List<Tracked> tracked(
            List<TrackedScript> scripts, List<TrackedInterface> interfaces, List<TrackedItem> items) {
        List<Tracked> tracked = new ArrayList<>();
        scripts.stream()
                .filter(script -> runnable.contains(script.script()))
                .map(script -> new Tracked(TrackerKind.SCRIPT, script.script(), script.weight(), script.reverse()))
                .forEach(tracked::add);
        interfaces.stream()
                .map(link -> new Tracked(TrackerKind.INTERFACE, link.interfaceName(), link.weight(), link.reverse()))
                .forEach(tracked::add);
        items.stream()
                .map(item -> new Tracked(kind(item.kind()), item.name(), item.weight(), item.reverse()))
                .forEach(tracked::add);
        return tracked;
    }

    private List<Tracked> tracked(VrrpInstanceConfig instance) {
        List<Tracked> all = tracked(instance.scripts(), instance.interfaces(), instance.items());
        all.addAll(ArbiterMapping.tracked(instance));
        all.addAll(TrackGroupMapping.tracked(
                instance.name(), configuration.statics().groups()));
        return all;
    }

    private static TrackerKind kind(TrackedItem.Kind kind) {
        return switch (kind) {
            case FILE -> TrackerKind.FILE;
            case PROCESS -> TrackerKind.PROCESS;
            case BFD -> TrackerKind.BFD;
        };
    }

    private InstanceSettings instance(VrrpInstanceConfig instance) {
        LinkMapping.Placed placed = links.place(instance);
        return new InstanceSettings(
                instance.name(),
                instance.interfaceName(),
                AdvertisementMapping.of(instance),
                election(instance),
                HostMapping.addresses(placed.addresses()),
                HostMapping.addresses(placed.excluded()),
                garp(instance.garp()),
                tracked(instance),
                instance.trackPrimary(),
                instance.accept(),
                instance.election().skipCheckAdvertAddresses(),
                HostMapping.host(instance.host(), placed.interfaces()));
    }

    private static ElectionSettings election(VrrpInstanceConfig instance) {
        ElectionConfig election = instance.election();
        return new ElectionSettings(
                initialState(instance.state()),
                instance.priority(),
                election.preempt(),
                election.preemptDelay().toNanos(),
                election.downTimerAdverts(),
                election.lowerPriorityNoAdvert(),
                election.higherPrioritySendAdvert(),
                election.ownerIgnoresAdverts());
    }

    private static InitialState initialState(StartState state) {
        return switch (state) {
            case MASTER -> InitialState.MASTER;
            case BACKUP -> InitialState.BACKUP;
            case UNSET -> InitialState.UNSET;
        };
    }

    private static GarpGroup garpGroup(GarpGroupConfig group) {
        return new GarpGroup(
                group.interfaces(),
                group.garpInterval().toNanos(),
                group.gnaInterval().toNanos());
    }

    private static GarpSchedule garp(GarpConfig garp) {
        return new GarpSchedule(
                garp.masterRepeat(),
                garp.masterDelay().toNanos(),
                garp.refresh().toNanos(),
                garp.refreshRepeat(),
                garp.lowerPriorityRepeat(),
                garp.lowerPriorityDelay().toNanos(),
                new ExtraAnnouncements(
                        garp.extra().period().toNanos(), garp.extra().everywhere()));
    }
}
