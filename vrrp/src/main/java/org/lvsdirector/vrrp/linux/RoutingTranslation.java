package org.lvsdirector.vrrp.linux;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.route.IpPrefix;
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
     * A route.
     *
     * @param indexes number of an interface by name; null for one that is missing
     * @return null if an interface that it names is missing
     */
    static @Nullable Route route(RouteEntry entry, Function<String, @Nullable Integer> indexes) {
        for (RouteWay way : entry.ways()) {
            String name = way.interfaceName();
            if (name != null && indexes.apply(name) == null) {
                return null;
            }
        }
        List<NextHop> hops = entry.ways().stream().map(way -> hop(way, indexes)).toList();
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

    private static NextHop hop(RouteWay way, Function<String, @Nullable Integer> indexes) {
        String name = way.interfaceName();
        Integer index = name == null ? Integer.valueOf(0) : indexes.apply(name);
        return new NextHop(way.gateway(), index == null ? 0 : index, way.onLink(), way.weight(), way.realms());
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
                properties.preference());
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
