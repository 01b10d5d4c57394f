package org.lvsdirector.config.read;

import static java.util.Map.entry;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Word;
import org.lvsdirector.vrrp.settings.RouteMetric;
import org.lvsdirector.vrrp.settings.RouteProperties;

/** The numbers that a route gives its connections; each may have {@code lock} in front of its value. */
final class RoutePropertiesReader {
    private static final long GREATEST = 0xFFFF_FFFFL;
    private static final Map<String, RouteMetric> NUMBERS = Map.ofEntries(
            entry("mtu", RouteMetric.MTU),
            entry("window", RouteMetric.WINDOW),
            entry("ssthresh", RouteMetric.SSTHRESH),
            entry("cwnd", RouteMetric.CWND),
            entry("advmss", RouteMetric.ADVMSS),
            entry("reordering", RouteMetric.REORDERING),
            entry("hoplimit", RouteMetric.HOPLIMIT),
            entry("initcwnd", RouteMetric.INITCWND),
            entry("initrwnd", RouteMetric.INITRWND),
            entry("quickack", RouteMetric.QUICKACK),
            entry("fastopen_no_cookie", RouteMetric.FASTOPEN_NO_COOKIE));
    private static final Map<String, RouteMetric> TIMES =
            Map.of("rtt", RouteMetric.RTT, "rttvar", RouteMetric.RTTVAR, "rto_min", RouteMetric.RTO_MIN);
    private static final Map<String, Integer> PREFERENCES = Map.of("medium", 0, "high", 1, "low", 3);
    private static final int RTT_UNITS_PER_MILLISECOND = 8;
    private static final int RTTVAR_UNITS_PER_MILLISECOND = 4;

    private final LineCursor line;
    private final Map<RouteMetric, Long> metrics = new EnumMap<>(RouteMetric.class);
    private final Set<RouteMetric> locked = EnumSet.noneOf(RouteMetric.class);
    private @Nullable String congestionControl;
    private boolean congestionControlLocked;
    private @Nullable Long expires;
    private @Nullable Integer preference;
    private @Nullable Boolean propagatesTtl;

    RoutePropertiesReader(LineCursor line) {
        this.line = line;
    }

    /** Reads a word if it is one of these. */
    boolean take(Word word) {
        String text = word.text();
        if (NUMBERS.containsKey(text)) {
            RouteMetric metric = lockable(NUMBERS.get(text));
            metrics.put(metric, line.number(word, 0, GREATEST));
            return true;
        }
        if (TIMES.containsKey(text)) {
            RouteMetric metric = lockable(TIMES.get(text));
            metrics.put(metric, time(word, metric));
            return true;
        }
        switch (text) {
            case "congctl" -> {
                congestionControlLocked = line.take("lock");
                congestionControl = line.text(word);
            }
            case "features" -> features(word);
            case "expires" -> expires = line.number(word, 0, GREATEST);
            case "pref" -> preference = preference(word);
            case "ttl-propagate" -> propagatesTtl = propagatesTtl(word);
            default -> {
                return false;
            }
        }
        return true;
    }

    private RouteMetric lockable(RouteMetric metric) {
        if (line.take("lock")) {
            locked.add(metric);
        }
        return metric;
    }

    /** Without a unit it is in the kernel's own, as for ip-route(8); of {@code rto_min} that is milliseconds. */
    private long time(Word word, RouteMetric metric) {
        Word value = line.value(word);
        if (value == null) {
            return 0;
        }
        String digits = value.text().replaceFirst("(ms|msec|msecs|s|sec|secs)$", "");
        String unit = value.text().substring(digits.length());
        OptionalLong number = Values.whole(digits);
        if (number.isEmpty() || number.getAsLong() < 0 || number.getAsLong() > GREATEST) {
            line.error(value, "'" + value.text() + "' is no time", "write a number, with or without ms or s");
            return 0;
        }
        long perMillisecond = metric == RouteMetric.RTT
                ? RTT_UNITS_PER_MILLISECOND
                : metric == RouteMetric.RTTVAR ? RTTVAR_UNITS_PER_MILLISECOND : 1;
        long units =
                switch (unit) {
                    case "" -> number.getAsLong();
                    case "s", "sec", "secs" -> number.getAsLong() * 1000 * perMillisecond;
                    default -> number.getAsLong() * perMillisecond;
                };
        return Math.min(units, GREATEST);
    }

    private void features(Word word) {
        if (!line.take("ecn")) {
            line.error(word, "the only feature is ecn", "write: features ecn");
            return;
        }
        metrics.put(RouteMetric.FEATURES, 1L);
    }

    private @Nullable Integer preference(Word word) {
        Word value = line.value(word);
        Integer known = value == null ? null : PREFERENCES.get(value.text());
        if (value != null && known == null) {
            line.error(value, "pref cannot be '" + value.text() + "'", "write low, medium or high");
        }
        return known;
    }

    private @Nullable Boolean propagatesTtl(Word word) {
        RouteWayReader.labelsOnly(line, word);
        Word value = line.value(word);
        if (value == null) {
            return null;
        }
        if (!value.text().equals("enabled") && !value.text().equals("disabled")) {
            line.error(value, "ttl-propagate cannot be '" + value.text() + "'", "write enabled or disabled");
        }
        return value.text().equals("enabled");
    }

    /** Whether something was said that IPv4 does not have. */
    boolean isIpv6Only() {
        return expires != null || preference != null;
    }

    RouteProperties read() {
        return new RouteProperties(
                metrics, locked, congestionControl, congestionControlLocked, expires, preference, propagatesTtl);
    }
}
