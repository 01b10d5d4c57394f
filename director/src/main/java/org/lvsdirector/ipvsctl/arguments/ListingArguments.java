package org.lvsdirector.ipvsctl.arguments;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ServiceKey;

/** The switches that say what is to be listed and how. */
final class ListingArguments {
    private static final Set<Option> WITHOUT_COUNTERS = EnumSet.of(Option.CONNECTION, Option.TIMEOUT, Option.DAEMON);
    private static final Set<Option> COUNTERS = EnumSet.of(Option.STATS, Option.RATE, Option.THRESHOLDS);
    private static final Set<Option> FILTERS =
            EnumSet.of(Option.SERVICE, Option.REAL_SERVER, Option.PROTOCOL, Option.STATE);
    private static final int MAX_INTERVAL_SECONDS = 3600;
    /** The kernel computes rates anew as often. */
    private static final int USUAL_INTERVAL_SECONDS = 2;

    private @Nullable String protocol;
    private @Nullable String state;
    private int intervalSeconds = USUAL_INTERVAL_SECONDS;
    private WatchColumn column = WatchColumn.NAME;

    void protocol(String text) throws UsageException {
        protocol = switch (text) {
            case "tcp", "udp", "sctp", "fwm" -> text;
            default -> throw UsageException.rejected("unknown protocol `" + text + "': tcp, udp, sctp or fwm");
        };
    }

    void state(String text) {
        state = text;
    }

    void interval(String text) throws UsageException {
        intervalSeconds = ServerArguments.number(text, 1, MAX_INTERVAL_SECONDS, "illegal interval specified");
    }

    void sortBy(String text) throws UsageException {
        WatchColumn found = WatchColumn.of(text);
        if (found == null) {
            throw UsageException.rejected("unknown column `" + text + "': " + WatchColumn.words());
        }
        column = found;
    }

    Request watch(ServiceArguments service, ServerArguments server, Set<Option> options) {
        Filter filter = filter(service.key(), server, options);
        return new Request.Watch(filter, options.contains(Option.NUMERIC), intervalSeconds, column);
    }

    Request request(ServiceArguments service, ServerArguments server, Set<Option> options) throws UsageException {
        boolean timeoutOrDaemon = options.contains(Option.TIMEOUT) || options.contains(Option.DAEMON);
        if ((anyOf(options, WITHOUT_COUNTERS) && anyOf(options, COUNTERS))
                || (options.contains(Option.PERSISTENT_CONN) && timeoutOrDaemon)) {
            throw UsageException.rejected("options conflicts in the list command");
        }
        boolean connections = options.contains(Option.CONNECTION);
        boolean byMark = service.key() instanceof ServiceKey.ByFwmark;
        if ((timeoutOrDaemon && anyOf(options, FILTERS))
                || (options.contains(Option.STATE) && !connections)
                || (connections && byMark)) {
            throw UsageException.rejected("this listing cannot be narrowed down so");
        }
        boolean json = options.contains(Option.JSON);
        if (options.contains(Option.TIMEOUT)) {
            return new Request.ListTimeouts(json);
        }
        if (options.contains(Option.DAEMON)) {
            return new Request.ListDaemons(json);
        }
        boolean numeric = options.contains(Option.NUMERIC);
        if (connections) {
            Filter filter = filter(service.key(), server, options);
            return new Request.ListConnections(numeric, options.contains(Option.PERSISTENT_CONN), filter, json);
        }
        TableStyle style = new TableStyle(
                view(options), numeric, options.contains(Option.EXACT), !options.contains(Option.NOSORT), json);
        return new Request.ListTable(service.key(), style, filter(null, server, options));
    }

    private Filter filter(@Nullable ServiceKey service, ServerArguments server, Set<Option> options) {
        Filter.@Nullable Place real = options.contains(Option.REAL_SERVER) ? server.place() : null;
        return service == null && real == null && protocol == null && state == null
                ? Filter.NONE
                : new Filter(service, real, protocol, state);
    }

    private static boolean anyOf(Set<Option> options, Set<Option> some) {
        for (Option option : some) {
            if (options.contains(option)) {
                return true;
            }
        }
        return false;
    }

    private static TableStyle.View view(Set<Option> options) {
        if (options.contains(Option.STATS)) {
            return TableStyle.View.STATS;
        }
        if (options.contains(Option.RATE)) {
            return TableStyle.View.RATE;
        }
        if (options.contains(Option.THRESHOLDS)) {
            return TableStyle.View.THRESHOLDS;
        }
        if (options.contains(Option.PERSISTENT_CONN)) {
            return TableStyle.View.PERSISTENT_CONNECTIONS;
        }
        return options.contains(Option.TUN_INFO) ? TableStyle.View.TUNNELS : TableStyle.View.CONFIGURATION;
    }
}
