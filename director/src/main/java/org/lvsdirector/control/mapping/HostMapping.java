package org.lvsdirector.control.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.HostConfig;
import org.lvsdirector.config.RoutingConfig;
import org.lvsdirector.config.StaticConfig;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RoutingEntry;
import org.lvsdirector.vrrp.settings.RuleEntry;
import org.lvsdirector.vrrp.settings.StaticSettings;
import org.lvsdirector.vrrp.settings.TrackGroup;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.settings.VirtualInterfaces;

/** What goes on the host: addresses, routes and rules, in the words of the vrrp process. */
final class HostMapping {
    private HostMapping() {}

    static HostSettings host(HostConfig host, VirtualInterfaces interfaces) {
        return new HostSettings(
                entries(host.routing().routes(), RouteEntry.class),
                entries(host.routing().rules(), RuleEntry.class),
                host.promoteSecondaries(),
                interfaces);
    }

    static StaticSettings statics(StaticConfig statics) {
        List<RoutingEntry> routing = new ArrayList<>(entries(statics.routing().routes(), RoutingEntry.class));
        routing.addAll(entries(statics.routing().rules(), RoutingEntry.class));
        return new StaticSettings(
                addresses(statics.addresses()),
                routing,
                statics.groups().stream()
                        .map(group -> new TrackGroup(group.name(), addresses(group.addresses()), group.routing()))
                        .toList());
    }

    private static <T extends RoutingEntry> List<T> entries(List<RoutingConfig.Line> lines, Class<T> kind) {
        return lines.stream().map(line -> kind.cast(line.entry())).toList();
    }

    static List<VirtualAddress> addresses(List<AddressConfig> addresses) {
        return addresses.stream()
                .map(address -> new VirtualAddress(
                        address.address(),
                        address.prefixLength(),
                        address.device(),
                        address.scope(),
                        address.broadcast(),
                        address.label(),
                        address.peer(),
                        address.preferredSeconds(),
                        options(address.options())))
                .toList();
    }

    private static Set<AddressOption> options(Set<org.lvsdirector.config.AddressOption> options) {
        return options.stream()
                .filter(option -> option != org.lvsdirector.config.AddressOption.VIRTUAL_MAC) // said by its interface
                .map(option -> switch (option) {
                    case HOME -> AddressOption.HOME;
                    case DETECT_DUPLICATES -> AddressOption.DETECT_DUPLICATES;
                    case MANAGE_TEMPORARY -> AddressOption.MANAGE_TEMPORARY;
                    case NO_PREFIX_ROUTE -> AddressOption.NO_PREFIX_ROUTE;
                    case AUTO_JOIN -> AddressOption.AUTO_JOIN;
                    case NOT_TRACKED -> AddressOption.NOT_TRACKED;
                    case VIRTUAL_MAC -> throw new IllegalStateException("it was left out");
                })
                .collect(Collectors.toSet());
    }
}
