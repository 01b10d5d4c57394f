package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.GroupReference;
import org.lvsdirector.config.RoutingConfig;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RouteEntry;
import org.lvsdirector.vrrp.settings.RouteKind;
import org.lvsdirector.vrrp.settings.RoutePlacement;
import org.lvsdirector.vrrp.settings.RouteWay;

/** One line of {@code virtual_routes} or {@code static_routes}: the language of {@code ip route add} with keepalived's additions. */
final class RouteLineReader {
    private static final long GREATEST = 0xFFFF_FFFFL;
    private static final int KEEPALIVED = 18;
    private static final Map<String, RoutePlacement> PLACEMENTS =
            Map.of("add", RoutePlacement.ALONE, "prepend", RoutePlacement.FIRST, "append", RoutePlacement.LAST);

    private final LineCursor line;
    private final RoutingNames names;
    private final RouteWayReader direct;
    private final RoutePropertiesReader properties;
    private final List<RouteWay> ways = new ArrayList<>();
    private boolean ipv6;
    private RouteKind kind = RouteKind.UNICAST;
    private @Nullable Prefix destination;
    private @Nullable Prefix source;
    private @Nullable InetAddress preferredSource;
    private int tos;
    private long table = RouteEntry.TABLE_MAIN;
    private int protocol = KEEPALIVED;
    private int scope;
    private long priority;
    private RoutePlacement placement = RoutePlacement.FIRST;
    private boolean tracked = true;
    private @Nullable String vrf;
    private @Nullable GroupReference trackGroup;

    RouteLineReader(Directive directive, RoutingNames names, Problems problems) {
        this.line = new LineCursor(directive, problems);
        this.names = names;
        this.direct = new RouteWayReader(line, names);
        this.properties = new RoutePropertiesReader(line);
    }

    /** Null if the line is faulty, which was reported. */
    RoutingConfig.@Nullable Line read() {
        while (line.hasNext()) {
            Word word = line.next();
            switch (word.text()) {
                case "inet" -> ipv6 = false;
                case "inet6" -> ipv6 = true;
                case "to" -> toWord(word);
                case "from" -> source = prefixOf(word);
                case "src" -> preferredSource = addressOf(word);
                case "tos", "dsfield" -> tos = (int) names.number(line, word, RoutingNames.Kind.TOS);
                case "vrf" -> vrf = line.text(word);
                case "table" -> table = names.number(line, word, RoutingNames.Kind.TABLE);
                case "protocol" -> protocol = (int) names.number(line, word, RoutingNames.Kind.PROTOCOL);
                case "scope" -> scope = (int) names.number(line, word, RoutingNames.Kind.SCOPE);
                case "metric", "priority", "preference" -> priority = line.number(word, 0, GREATEST);
                case "nexthop" -> ways.add(new RouteWayReader(line, names).nextHop());
                case "or" -> or(word);
                case "no_track" -> tracked = false;
                case "track_group" -> trackGroup = line.trackGroup(word);
                default -> other(word);
            }
        }
        return finish();
    }

    private void other(Word word) {
        RoutePlacement asked = PLACEMENTS.get(word.text());
        if (asked != null) {
            placement = asked;
        } else if (!direct.take(word) && !properties.take(word)) {
            destination(word);
        }
    }

    private void toWord(Word word) {
        Word value = line.value(word);
        if (value != null) {
            destination(value);
        }
    }

    /** A kind, or what the route leads to. */
    private void destination(Word word) {
        String text = word.text();
        for (RouteKind each : RouteKind.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                kind = each;
                return;
            }
        }
        if (destination != null || !PrefixReader.looksLikeOne(text)) {
            line.error(word, "'" + text + "' cannot stand in a route", "see ip-route(8); each route has its own line");
            return;
        }
        destination = PrefixReader.read(line, word, ipv6);
    }

    private @Nullable Prefix prefixOf(Word word) {
        Word value = line.value(word);
        return value == null ? null : PrefixReader.read(line, value, true);
    }

    private @Nullable InetAddress addressOf(Word word) {
        return RouteWayReader.address(line, word);
    }

    /** The old way to write two gateways. */
    private void or(Word word) {
        line.warning(word, "'or' is the old way to give a route two gateways", "write nexthop via ADDRESS, twice");
        ways.add(new RouteWay(addressOf(word), null, false, 1, 0));
    }

    private RoutingConfig.@Nullable Line finish() {
        Prefix to = destination;
        if (to == null) {
            if (!line.isFaulty()) {
                line.error(line.first(), "the route has no destination", "write ADDRESS/LENGTH or default");
            }
            return null;
        }
        RouteWay single = direct.way();
        if (!ways.isEmpty() && single.gateway() != null) {
            ways.add(0, single);
        } else if (ways.isEmpty() && direct.isGiven()) {
            ways.add(single);
        }
        new RouteChecks(line).check(to, source, preferredSource, ways, properties);
        if (vrf != null && table != RouteEntry.TABLE_MAIN) {
            line.error(line.first(), "a route has either 'vrf' or 'table'", "a VRF has a table of its own");
        }
        if (line.isFaulty()) {
            return null;
        }
        RouteEntry entry = new RouteEntry(
                kind,
                RouteChecks.withoutHostBits(line, to),
                source,
                tos,
                table,
                protocol,
                scope,
                preferredSource,
                priority,
                ways,
                properties.read(),
                placement,
                tracked,
                vrf);
        return new RoutingConfig.Line(entry, line.place(), trackGroup);
    }
}
