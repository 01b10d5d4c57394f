package org.lvsdirector.vrrp.linux;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.route.Encapsulation;
import org.lvsdirector.netlink.route.IpPrefix;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.NextHop;
import org.lvsdirector.netlink.route.Route;
import org.lvsdirector.netlink.route.RouteMetric;
import org.lvsdirector.netlink.route.RouteType;
import org.lvsdirector.netlink.route.RoutingRule;
import org.lvsdirector.vrrp.settings.NumberRange;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RouteProperties;
import org.lvsdirector.vrrp.settings.RouteWay;
import org.lvsdirector.vrrp.settings.RuleEntry;

/** Routes and rules as the operator named them in the words of rtnetlink; kinds, metrics and actions have the same names in both. */
final class RoutingTranslation {
    private RoutingTranslation() {}

    /**
     * The route with its table by number.
     *
     * @param links by name; null for one that is missing
     * @return null if its VRF is missing
     */
    static @Nullable RouteEntry resolved(RouteEntry entry, Function<String, @Nullable Link> links) {
        String vrf = entry.vrf();
        if (vrf == null) {
            return entry;
        }
        Link link = links.apply(vrf);
        return link == null || link.vrfTable() == 0 ? null : entry.inTable(link.vrfTable());
    }

    /**
     * A route.
     *
     * @param links by name; null for one that is missing
     * @return null if an interface that it names is missing
     */
    static @Nullable Route route(RouteEntry written, Function<String, @Nullable Link> links) {
        RouteEntry entry = resolved(written, links);
        if (entry == null || entry.interfaces().stream().anyMatch(name -> links.apply(name) == null)) {
            return null;
        }
        List<NextHop> hops = entry.ways().stream().map(way -> hop(way, links)).toList();
        return new Route(
                RouteType.valueOf(entry.kind().name()),
                new IpPrefix(entry.destination().address(), entry.destination().length()),
                prefix(entry.source()),
                entry.tos(),
                entry.table(),
                entry.protocol(),
                entry.scope(),
                entry.preferredSource(),
                entry.priority(),
                hops,
                properties(entry.properties()));
    }

    private static NextHop hop(RouteWay way, Function<String, @Nullable Link> links) {
        String name = way.interfaceName();
        Link link = name == null ? null : links.apply(name);
        return new NextHop(
                way.gateway(),
                link == null ? 0 : link.index(),
                way.onLink(),
                way.weight(),
                way.realms(),
                encapsulation(way.encapsulation()),
                way.newDestination());
    }

    private static @Nullable Encapsulation encapsulation(
            org.lvsdirector.vrrp.settings.@Nullable Encapsulation wrapping) {
        return wrapping == null
                ? null
                : new Encapsulation(
                        Encapsulation.Kind.valueOf(wrapping.kind().name()),
                        wrapping.id(),
                        wrapping.destination(),
                        wrapping.source(),
                        wrapping.trafficClass(),
                        wrapping.hopLimit(),
                        wrapping.flags(),
                        wrapping.labels());
    }

    private static Route.Properties properties(RouteProperties properties) {
        Map<RouteMetric, Long> metrics = new EnumMap<>(RouteMetric.class);
        properties.metrics().forEach((metric, value) -> metrics.put(RouteMetric.valueOf(metric.name()), value));
        Set<RouteMetric> locked = EnumSet.noneOf(RouteMetric.class);
        properties.locked().forEach(metric -> locked.add(RouteMetric.valueOf(metric.name())));
        return new Route.Properties(
                metrics,
                locked,
                properties.congestionControl(),
                properties.congestionControlLocked(),
                properties.expiresSeconds(),
                properties.preference(),
                properties.propagatesTtl());
    }

    static Route.Placement placement(RouteEntry entry) {
        return Route.Placement.valueOf(entry.placement().name());
    }

    static RoutingRule rule(RuleEntry entry) {
        return new RoutingRule(
                entry.ipv6(),
                entry.priority(),
                entry.inverted(),
                prefix(entry.from()),
                prefix(entry.to()),
                entry.tos(),
                entry.mark(),
                entry.markMask(),
                entry.inputInterface(),
                entry.outputInterface(),
                entry.tunnelId(),
                range(entry.users()),
                entry.l3mdev(),
                entry.protocol(),
                entry.ipProtocol(),
                range(entry.sourcePorts()),
                range(entry.destinationPorts()),
                entry.realms(),
                entry.suppressPrefixLength(),
                entry.suppressGroup(),
                verdict(entry));
    }

    private static RoutingRule.Verdict verdict(RuleEntry entry) {
        return switch (entry.action()) {
            case LOOKUP -> RoutingRule.Verdict.lookUp(entry.target());
            case GOTO -> RoutingRule.Verdict.goTo(entry.target());
            default ->
                RoutingRule.Verdict.of(RoutingRule.Action.valueOf(entry.action().name()));
        };
    }

    private static @Nullable IpPrefix prefix(@Nullable Prefix prefix) {
        return prefix == null ? null : new IpPrefix(prefix.address(), prefix.length());
    }

    private static RoutingRule.@Nullable Range range(@Nullable NumberRange range) {
        return range == null ? null : new RoutingRule.Range(range.first(), range.last());
    }
}
