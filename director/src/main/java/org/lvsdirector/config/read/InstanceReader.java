package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.DeliveryConfig;
import org.lvsdirector.config.HostConfig;
import org.lvsdirector.config.RoutingConfig;
import org.lvsdirector.config.TrustConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.Problems;

/** The {@code vrrp_instance} blocks. */
final class InstanceReader {
    private final Blocks blocks;
    private final InstanceDefaults defaults;
    private final TrackerReader trackers;
    private final NotifyReader notifications;
    private final RoutingReader routing;
    private final AdvertReader adverts;
    private final DeliveryReader deliveries;
    private final ElectionReader election;
    private final AuthenticationReader authentication;
    private final TrustReader trust;
    private final InstanceAddresses addresses;
    private final InstanceInterface interfaces;
    private final OwnInterfaceReader ownInterfaces;
    private final StrictMode strictMode;
    private final Names names;
    private final Problems problems;

    InstanceReader(
            Blocks blocks,
            InstanceDefaults defaults,
            TrackerReader trackers,
            NotifyReader notifications,
            RoutingReader routing,
            TrustReader trust,
            Problems problems) {
        this.blocks = blocks;
        this.defaults = defaults;
        this.trackers = trackers;
        this.notifications = notifications;
        this.routing = routing;
        this.adverts = new AdvertReader(defaults, problems);
        this.deliveries = new DeliveryReader(defaults, problems);
        this.election = new ElectionReader(problems);
        this.authentication = new AuthenticationReader(blocks, problems);
        this.trust = trust;
        this.addresses = new InstanceAddresses(problems);
        this.ownInterfaces = new OwnInterfaceReader(problems);
        this.interfaces = new InstanceInterface(problems);
        this.strictMode = new StrictMode(problems);
        this.names = new Names("vrrp_instance", problems);
        this.problems = problems;
    }

    /**
     * What was found.
     *
     * @param usable instances in order, without those that lack an interface or an id
     * @param named every name that a block has
     */
    record Instances(List<VrrpInstanceConfig> usable, Set<String> named) {}

    Instances read(Block root) {
        List<VrrpInstanceConfig> usable = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Entry opener : root.all("vrrp_instance")) {
            String name = names.of(opener);
            named.add(name);
            VrrpInstanceConfig instance = instance(name, blocks.of(opener));
            if (instance != null) {
                usable.add(instance);
            }
        }
        return new Instances(usable, named);
    }

    private @Nullable VrrpInstanceConfig instance(String name, Block block) {
        String interfaceName = interfaces.read(block, name);
        int virtualRouterId = virtualRouterId(block, name);
        boolean strict = block.bool("strict_mode", defaults.strict());
        InstanceAddresses.Lists lists = addresses.read(block, name, strict);
        int version = adverts.version(block, name, lists.family());
        int priority = election.priority(block, name);
        Duration interval = adverts.interval(block, name, version);
        TrustConfig trusted = trust.read(block, name, strict, interval);
        DeliveryConfig delivery = deliveries.read(block, name, lists.family(), strict);
        interfaces.check(block, lists, delivery);
        VrrpInstanceConfig instance = new VrrpInstanceConfig(
                name,
                interfaceName == null ? "" : interfaceName,
                lists.family(),
                version,
                virtualRouterId,
                priority,
                election.state(block, name, priority, strict),
                interval,
                delivery,
                trusted.hmac() == null ? authentication.read(block, name, version, strict) : null,
                trusted,
                lists.advertised(),
                lists.excluded(),
                strictMode.accept(block, name, strict, priority),
                election.read(block, name, defaults, strict, priority),
                GarpReader.read(block, defaults.garp(), strict),
                trackers.scripts(block),
                trackers.interfaces(block),
                trackers.items(block),
                !block.flag("dont_track_primary"),
                new HostConfig(
                        routing(block),
                        block.flag("promote_secondaries"),
                        ownInterfaces.read(block, lists.family(), virtualRouterId, delivery.unicast() != null, strict),
                        block.flag("use_vmac_addr")),
                notifications.read(block),
                block.place());
        return interfaceName == null || virtualRouterId == 0 ? null : instance;
    }

    private RoutingConfig routing(Block block) {
        RoutingConfig own = routing.read(block, "virtual_routes", "virtual_rules");
        TrackGroupReader.refuse(
                Stream.concat(own.routes().stream(), own.rules().stream()).map(RoutingConfig.Line::trackGroup),
                problems);
        return own;
    }

    /** 1 to 255, or 0 where there is none. */
    private int virtualRouterId(Block block, String name) {
        if (!block.has("virtual_router_id")) {
            problems.error(
                    block.place(),
                    "vrrp_instance '" + name + "' has no virtual_router_id",
                    "add one from 1 to 255, the same on all routers of the group");
        }
        return (int) block.number("virtual_router_id", 0);
    }
}
