package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
 * @param vrf whose table it goes into instead of {@code table}; null for none
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
        boolean tracked,
        @Nullable String vrf)
        implements RoutingEntry {
    /** The main table. */
    public static final long TABLE_MAIN = 254;

    /** One in a table by its number. */
    public RouteEntry(
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
            boolean tracked) {
        this(
                kind,
                destination,
                source,
                tos,
                table,
                protocol,
                scope,
                preferredSource,
                priority,
                ways,
                properties,
                placement,
                tracked,
                null);
    }

    public RouteEntry {
        ways = List.copyOf(ways);
    }

    @Override
    public List<String> interfaces() {
        return Stream.concat(Stream.ofNullable(vrf), ways.stream().map(RouteWay::interfaceName))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    @Override
    public String text() {
        String where = vrf != null ? " vrf " + vrf : table == TABLE_MAIN ? "" : " table " + table;
        return "route " + destination.text() + where;
    }

    /** The same in a table by its number. */
    public RouteEntry inTable(long number) {
        return new RouteEntry(
                kind,
                destination,
                source,
                tos,
                number,
                protocol,
                scope,
                preferredSource,
                priority,
                ways,
                properties,
                placement,
                tracked);
    }
}
