package org.lvsdirector.config.effective;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.keyword.Bounds;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.keyword.ValueType;

/** What a word means where nobody says it: the table's default, followed to where that is taken from. */
final class Defaults {
    private static final Set<ValueType> WITHOUT_VALUE = Set.of(
            ValueType.FLAG,
            ValueType.USER,
            ValueType.SCRIPT,
            ValueType.BLOCK,
            ValueType.LINES,
            ValueType.INCLUDE,
            ValueType.ALSO);

    /** What the default stands for is the word without its value, or depends on more than the table can say. */
    private static final Set<String> NOT_SAID =
            Set.of("persistence_timeout", "ip_family", "nb_get_retry", "router_id", "vrrp_iptables", "vrrp_ipsets");

    /** Words that have no meaning without another one. */
    private static final Map<String, String> NEEDS =
            Map.of("unicast_ttl", "unicast_peer", "sorry_server_lvs_method", "sorry_server");

    /** Words that are different for each kind of check as long as nobody outside of it says them. */
    private static final Set<String> BY_KIND = Set.of("retry", "delay_before_retry", "warmup");

    private static final String OWNER = "255";

    private Defaults() {}

    static boolean meansOnAlone(Keyword keyword) {
        return keyword.type() == ValueType.BOOL;
    }

    /** The value, or nothing where there is none to write. */
    static List<String> of(Keyword keyword, Scope scope) {
        String word = keyword.word();
        String needed = NEEDS.get(word);
        boolean silent = !keyword.built()
                || keyword.isAlias()
                || WITHOUT_VALUE.contains(keyword.type())
                || NOT_SAID.contains(word)
                || (needed != null && !scope.has(needed));
        if (silent) {
            return List.of();
        }
        List<String> special = BY_KIND.contains(word) ? byKind(word, scope) : special(word, scope);
        List<String> value = special == null ? written(keyword.defaultValue(), word, scope) : special;
        return canBeWritten(keyword, value) ? value : List.of();
    }

    /** Some numbers mean "not at all" as a default and cannot be asked for. */
    private static boolean canBeWritten(Keyword keyword, List<String> value) {
        boolean number = keyword.type() == ValueType.INT
                || keyword.type() == ValueType.SECONDS
                || keyword.type() == ValueType.TIMER;
        if (!number || value.isEmpty()) {
            return true;
        }
        long unit = keyword.type() == ValueType.TIMER ? Bounds.MICROS : 1;
        return keyword.bounds()
                .contain(new BigDecimal(value.get(0))
                        .multiply(BigDecimal.valueOf(unit))
                        .longValue());
    }

    /** The few whose default depends on another word of the block; null for all others. */
    private static @Nullable List<String> special(String word, Scope scope) {
        String target = scope.opener() == null ? null : scope.opener().argument(0);
        return switch (word) {
            case "priority" -> scope.value("state").equals(List.of("MASTER")) ? List.of(OWNER) : null;
            case "protocol" -> "fwmark".equals(target) || "group".equals(target) ? List.of() : null;
            case "misc_timeout" -> ofVirtualServer("delay_loop", scope);
            default -> null;
        };
    }

    private static List<String> ofVirtualServer(String word, Scope scope) {
        Scope around = scope;
        while (around != null && !around.words().name().equals("virtual_server")) {
            around = around.outer();
        }
        return around == null ? List.of() : around.value(word);
    }

    private static List<String> byKind(String word, Scope scope) {
        if (scope.hears(word)) {
            return scope.outer() == null ? List.of() : scope.outer().value(word);
        }
        String kind = scope.words().name();
        if (!isKind(kind)) {
            Scope outer = scope.outer();
            return outer != null && isKind(outer.words().name()) ? outer.value(word) : List.of();
        }
        return switch (word) {
            case "warmup" -> scope.value("delay_loop");
            case "retry" -> List.of(kind.equals("DNS_CHECK") ? "3" : kind.equals("MISC_CHECK") ? "0" : "1");
            default ->
                kind.equals("DNS_CHECK") ? scope.value("delay_loop") : List.of(kind.endsWith("_GET") ? "3" : "1");
        };
    }

    private static boolean isKind(String block) {
        return block.endsWith("_CHECK") || block.endsWith("_GET");
    }

    private static List<String> written(String text, String word, Scope scope) {
        if (!text.startsWith("= ")) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }
        String from = text.substring(2);
        if (from.startsWith("the virtual server's") || from.startsWith("the real server's")) {
            return scope.outer() == null ? List.of() : scope.outer().value(word);
        }
        return from.indexOf(' ') < 0 ? scope.value(from) : List.of();
    }
}
