package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A route.
 *
 * @param destination its family is the route's
 * @param source IPv6 only: the source addresses that it is for; null for all
 * @param tos 0 to 255
 * @param table 1 to 4294967295; 254 is the main one
 * @param protocol who made it, 0 to 255
 * @param scope as of addresses
 * @param preferredSource source address of connections that use it; null for the kernel's choice
 * @param priority the lower the better; 0 for the kernel's choice
 * @param ways empty for kinds that lead nowhere
 */
public record RouteEntry(
        RouteKind kind,
        Prefix destination,
        @Nullable Prefix source,
        int tos,
        long table,
        int protocol,
        int scope,
        @Nullable InetAddress preferredSource,
        long priority,
        List<RouteWay> ways,
        RouteProperties properties,
        RoutePlacement placement,
        boolean tracked)
        implements RoutingEntry {
    /** The main table. */
    public static final long TABLE_MAIN = 254;

    public RouteEntry {
        ways = List.copyOf(ways);
    }

    @Override
    public List<String> interfaces() {
        return ways.stream()
                .map(RouteWay::interfaceName)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public String text() {
        return "route " + destination.text() + (table == TABLE_MAIN ? "" : " table " + table);
    }
}
