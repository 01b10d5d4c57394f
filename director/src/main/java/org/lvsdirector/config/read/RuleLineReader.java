package org.lvsdirector.config.read;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.GroupReference;
import org.lvsdirector.config.RoutingConfig;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.vrrp.settings.NumberRange;
import org.lvsdirector.vrrp.settings.Prefix;
import org.lvsdirector.vrrp.settings.RuleEntry;
import org.lvsdirector.vrrp.settings.RuleEntry.Action;

/** One line of {@code virtual_rules} or {@code static_rules}: the language of {@code ip rule add} with keepalived's additions. */
final class RuleLineReader {
    private static final long GREATEST = 0xFFFF_FFFFL;
    private static final int HIGHEST_PORT = 65535;
    private static final int HIGHEST_OCTET = 255;
    private static final int LONGEST_PREFIX = 128;
    private static final int KEEPALIVED = 18;
    private static final Map<String, Integer> IP_PROTOCOLS = Map.of(
            "icmp", 1, "tcp", 6, "udp", 17, "gre", 47, "esp", 50, "ah", 51, "ipv6-icmp", 58, "vrrp", 112, "sctp", 132);

    private final LineCursor line;
    private final RoutingNames names;
    private final RulePriorities priorities;
    private boolean ipv6;
    private boolean inverted;
    private @Nullable Prefix from;
    private @Nullable Prefix to;
    private int tos;
    private @Nullable Long mark;
    private @Nullable Long markMask;
    private @Nullable String inputInterface;
    private @Nullable String outputInterface;
    private @Nullable Long tunnelId;
    private @Nullable NumberRange users;
    private boolean l3mdev;
    private int protocol = KEEPALIVED;
    private @Nullable Integer ipProtocol;
    private @Nullable NumberRange sourcePorts;
    private @Nullable NumberRange destinationPorts;
    private @Nullable Long realms;
    private @Nullable Long priority;
    private @Nullable Integer suppressPrefixLength;
    private @Nullable Long suppressGroup;
    private @Nullable Action action;
    private long target;
    private boolean tracked = true;
    private @Nullable GroupReference trackGroup;

    RuleLineReader(Directive directive, RoutingNames names, RulePriorities priorities, Problems problems) {
        this.line = new LineCursor(directive, problems);
        this.names = names;
        this.priorities = priorities;
    }

    /** Null if the line is faulty, which was reported. */
    RoutingConfig.@Nullable Line read() {
        while (line.hasNext()) {
            Word word = line.next();
            if (!selects(word) && !acts(word)) {
                line.error(
                        word, "'" + word.text() + "' cannot stand in a rule", "see ip-rule(8); each has its own line");
            }
        }
        return finish();
    }

    private boolean selects(Word word) {
        switch (word.text()) {
            case "inet" -> ipv6 = false;
            case "inet6" -> ipv6 = true;
            case "not" -> inverted = true;
            case "from" -> from = prefix(word);
            case "to" -> to = prefix(word);
            case "tos", "dsfield" -> tos = (int) names.number(line, word, RoutingNames.Kind.TOS);
            case "fwmark" -> mark(word);
            case "dev", "iif" -> inputInterface = line.text(word);
            case "oif" -> outputInterface = line.text(word);
            case "tunnel-id" -> tunnelId = line.number(word, 0, Long.MAX_VALUE);
            case "uidrange" -> users = range(word, GREATEST);
            case "ipproto", "ip_proto" -> ipProtocol = ipProtocol(word);
            case "sport" -> sourcePorts = range(word, HIGHEST_PORT);
            case "dport" -> destinationPorts = range(word, HIGHEST_PORT);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean acts(Word word) {
        switch (word.text()) {
            case "l3mdev" -> {
                l3mdev = true;
                action = Action.LOOKUP;
            }
            case "protocol" -> protocol = (int) names.number(line, word, RoutingNames.Kind.PROTOCOL);
            case "realms" -> realms = RealmsReader.read(line, word, names);
            case "table", "lookup" -> act(Action.LOOKUP, names.number(line, word, RoutingNames.Kind.TABLE));
            case "goto" -> act(Action.GOTO, line.number(word, 0, GREATEST));
            case "nop" -> act(Action.NOP, 0);
            case "blackhole" -> act(Action.BLACKHOLE, 0);
            case "unreachable" -> act(Action.UNREACHABLE, 0);
            case "prohibit" -> act(Action.PROHIBIT, 0);
            case "preference", "order", "priority" -> priority = line.number(word, 0, GREATEST);
            case "suppress_prefixlength", "sup_pl" -> suppressPrefixLength = (int) line.number(word, 0, LONGEST_PREFIX);
            case "suppress_ifgroup", "sup_group" -> suppressGroup = names.number(line, word, RoutingNames.Kind.GROUP);
            case "no_track" -> tracked = false;
            case "track_group" -> trackGroup = line.trackGroup(word);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void act(Action what, long on) {
        action = what;
        target = on;
    }

    /** Null for all: then the rule does not look at it. */
    private @Nullable Prefix prefix(Word word) {
        Word value = line.value(word);
        Prefix prefix = value == null ? null : PrefixReader.read(line, value, ipv6);
        if (prefix == null || prefix.length() == 0) {
            return null;
        }
        ipv6 = PrefixReader.isIpv6(prefix);
        return prefix;
    }

    private void mark(Word word) {
        Word value = line.value(word);
        if (value == null) {
            return;
        }
        String[] parts = value.text().split("/", 2);
        OptionalLong number = LineCursor.whole(parts[0]);
        OptionalLong mask = parts.length == 1 ? OptionalLong.of(GREATEST) : LineCursor.whole(parts[1]);
        if (isMark(number) && isMark(mask)) {
            mark = number.getAsLong();
            markMask = parts.length == 1 ? null : Long.valueOf(mask.getAsLong());
        } else {
            line.error(value, "'" + value.text() + "' is no firewall mark", "write MARK or MARK/MASK");
        }
    }

    private static boolean isMark(OptionalLong number) {
        return number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= GREATEST;
    }

    private @Nullable NumberRange range(Word word, long greatest) {
        Word value = line.value(word);
        if (value == null) {
            return null;
        }
        String[] ends = value.text().split("-", 2);
        OptionalLong first = Values.whole(ends[0]);
        OptionalLong last = ends.length == 1 ? first : Values.whole(ends[1]);
        boolean sound = first.isPresent()
                && last.isPresent()
                && first.getAsLong() <= last.getAsLong()
                && last.getAsLong() <= greatest;
        if (!sound) {
            line.error(value, "'" + value.text() + "' is no range", "write FIRST-LAST, up to " + greatest);
            return null;
        }
        return new NumberRange(first.getAsLong(), last.getAsLong());
    }

    private @Nullable Integer ipProtocol(Word word) {
        Word value = line.value(word);
        if (value == null) {
            return null;
        }
        Integer named = IP_PROTOCOLS.get(value.text().toLowerCase(Locale.ROOT));
        OptionalLong number = Values.whole(value.text());
        if (named != null) {
            return named;
        }
        if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > HIGHEST_OCTET) {
            line.error(value, "'" + value.text() + "' is no protocol", "write its number, or tcp, udp, ...");
            return null;
        }
        return (int) number.getAsLong();
    }

    private RoutingConfig.@Nullable Line finish() {
        Action doing = action;
        if (doing == null && !line.isFaulty()) {
            line.error(line.first(), "the rule does nothing", "add: table NAME, or another action");
        }
        if (from != null && to != null && PrefixReader.isIpv6(from) != PrefixReader.isIpv6(to)) {
            line.error(line.first(), "the families of 'from' and 'to' differ", "");
        }
        if (line.isFaulty() || doing == null) {
            return null;
        }
        Long given = priority;
        RuleEntry entry = new RuleEntry(
                ipv6,
                given == null ? priorities.next(line) : given,
                inverted,
                from,
                to,
                tos,
                mark,
                markMask,
                inputInterface,
                outputInterface,
                tunnelId,
                users,
                l3mdev,
                protocol,
                ipProtocol,
                sourcePorts,
                destinationPorts,
                realms,
                suppressPrefixLength,
                suppressGroup,
                doing,
                l3mdev ? 0 : target,
                tracked);
        return new RoutingConfig.Line(entry, line.place(), trackGroup);
    }
}
