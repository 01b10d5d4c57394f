package org.lvsdirector.config.read;

import java.util.List;
import org.lvsdirector.config.AddressConfig;
import org.lvsdirector.config.AddressOption;
import org.lvsdirector.config.StaticConfig;
import org.lvsdirector.config.syntax.Problems;

/** The {@code static_...} blocks. */
final class StaticReader {
    private final AddressLineReader addresses;
    private final RoutingReader routing;
    private final Problems problems;

    StaticReader(RoutingReader routing, Problems problems) {
        this.addresses = new AddressLineReader(problems);
        this.problems = problems;
        this.routing = routing;
    }

    /** @param defaultInterface where addresses go that name no interface */
    StaticConfig read(Block root, String defaultInterface) {
        List<AddressConfig> lines = addresses.read(root, "static_ipaddress").stream()
                .map(address -> address.device() == null ? address.on(defaultInterface) : address)
                .toList();
        lines.stream()
                .filter(address -> address.options().contains(AddressOption.VIRTUAL_MAC))
                .forEach(address -> problems.error(
                        address.place(), "a static address has no virtual router's MAC", "remove use_vmac"));
        return new StaticConfig(lines, routing.read(root, "static_routes", "static_rules"), List.of());
    }
}
