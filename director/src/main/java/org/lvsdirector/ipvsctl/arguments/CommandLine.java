package org.lvsdirector.ipvsctl.arguments;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvsctl.Personality;

/**
 * Reads one command line. Mistakes are found in ipvsadm's order, so that of several the same one is reported: what cannot be read, then
 * each value as it comes, then left-over words, scheduler flags, the matrix of options, and last what only the whole can tell.
 */
final class CommandLine {
    private final Personality personality;
    private final String firstWord;
    private final PoptReader reader;
    private final Set<Option> options = EnumSet.noneOf(Option.class);
    private final ServiceArguments service;
    private final ServerArguments server;
    private @Nullable DaemonArguments daemon;
    private @Nullable ListingArguments listing;

    CommandLine(List<String> words, Personality personality, Endpoints endpoints) {
        this.personality = personality;
        reader = new PoptReader(words, personality.isExtended());
        service = new ServiceArguments(endpoints);
        server = new ServerArguments(endpoints);
        firstWord = words.get(0);
    }

    /** What it asks for. */
    Request parse() throws UsageException {
        Command command = command();
        if (command == Command.HELP) {
            return new Request.Help();
        }
        if (command == Command.VERSION) {
            return new Request.Version();
        }
        Switch given = reader.next();
        while (given != null) {
            accept(given);
            given = reader.next();
        }
        if (Command.ofWord(firstWord) == command) {
            reader.nextPlainWord();
        }
        @Nullable IpvsTimeouts timeouts = command == Command.SET_TIMEOUTS ? timeouts() : null;
        @Nullable String file = command == Command.DIFF || command == Command.APPLY ? file() : null;
        String superfluous = reader.nextPlainWord();
        if (superfluous != null) {
            throw UsageException.rejected("unexpected argument " + superfluous);
        }
        service.finish();
        command.check(options, personality.isExtended());
        if (timeouts != null) {
            return new Request.SetTimeouts(timeouts);
        }
        if (file != null) {
            return command == Command.DIFF
                    ? new Request.Diff(file, options.contains(Option.JSON))
                    : new Request.Apply(file, options.contains(Option.DRY_RUN));
        }
        return request(command);
    }

    private Command command() throws UsageException {
        Command command = personality.isExtended() ? Command.ofWord(firstWord) : null;
        if (command != null) {
            return command;
        }
        try {
            Switch first = reader.next();
            command = first == null ? null : Command.of(first);
        } catch (UsageException e) {
            // An unreadable command gets the same answer as none.
        }
        if (command == null) {
            throw UsageException.notUnderstood(personality.programName());
        }
        if (command == Command.START_DAEMON) {
            daemon().role(value(), "illegal start-daemon parameter specified");
        } else if (command == Command.STOP_DAEMON) {
            daemon().role(value(), "illegal start_daemon specified");
        }
        return command;
    }

    // These two are rarely needed, and a saved table may have a hundred thousand lines without them.
    private DaemonArguments daemon() {
        if (daemon == null) {
            daemon = new DaemonArguments();
        }
        return daemon;
    }

    private ListingArguments listing() {
        if (listing == null) {
            listing = new ListingArguments();
        }
        return listing;
    }

    private String value() {
        return Objects.requireNonNull(reader.value(), "a switch that takes a value has one");
    }

    private void accept(Switch given) throws UsageException {
        Option option = given.option();
        if (option != null && !options.add(option)) {
            throw UsageException.rejected("multiple '" + option.title() + "' options specified");
        }
        switch (given) {
            case TCP_SERVICE -> service.address(Protocol.TCP, value());
            case UDP_SERVICE -> service.address(Protocol.UDP, value());
            case SCTP_SERVICE -> service.address(Protocol.SCTP, value());
            case FWMARK_SERVICE -> service.mark(value());
            case IPV6 -> service.ipv6();
            case SCHEDULER -> service.scheduler(value());
            case SCHED_FLAGS -> service.flags(value());
            case PERSISTENT -> service.persistent(reader.value());
            case NETMASK -> service.mask(value());
            case PERSISTENCE_ENGINE -> service.engine(value());
            case ONE_PACKET -> service.onePacket();
            case REAL_SERVER -> server.address(value(), service.protocol(), service.port());
            case MASQUERADING -> server.method(ForwardingMethod.MASQUERADE);
            case IPIP -> server.method(ForwardingMethod.TUNNEL);
            case GATEWAYING -> server.method(ForwardingMethod.DIRECT_ROUTE);
            case WEIGHT -> server.weight(value());
            case UPPER_THRESHOLD -> server.upperThreshold(value());
            case LOWER_THRESHOLD -> server.lowerThreshold(value());
            case TUN_TYPE -> server.tunnelType(value());
            case TUN_PORT -> server.tunnelPort(value());
            case TUN_NOCSUM -> server.checksum(Tunnel.Checksum.NONE);
            case TUN_CSUM -> server.checksum(Tunnel.Checksum.FULL);
            case TUN_REMCSUM -> server.checksum(Tunnel.Checksum.REMOTE);
            case SYNC_ID -> daemon().syncId(value());
            case SYNC_MAXLEN -> daemon().maxLength(value());
            case MCAST_INTERFACE -> daemon().interfaceName(value());
            case MCAST_GROUP -> daemon().group(value());
            case MCAST_PORT -> daemon().port(value());
            case MCAST_TTL -> daemon().ttl(value());
            case NUMERIC, CONNECTION, TIMEOUT, DAEMON, STATS, RATE, THRESHOLDS, PERSISTENT_CONN, TUN_INFO -> {}
            case NOSORT, SORT, EXACT, JSON, DRY_RUN -> {}
            case PROTOCOL -> listing().protocol(value());
            case STATE -> listing().state(value());
            case INTERVAL -> listing().interval(value());
            case SORT_BY -> listing().sortBy(value());
            default -> throw UsageException.rejected("invalid option `" + reader.lastWord() + "'");
        }
    }

    private IpvsTimeouts timeouts() throws UsageException {
        int[] seconds = new int[3];
        for (int i = 0; i < seconds.length; i++) {
            String word = reader.nextPlainWord();
            if (word == null) {
                throw UsageException.rejected("--set option requires 3 timeout values");
            }
            seconds[i] = ServiceArguments.timeout(word, 0);
        }
        return new IpvsTimeouts(seconds[0], seconds[1], seconds[2]);
    }

    private String file() throws UsageException {
        String word = reader.nextPlainWord();
        if (word == null) {
            throw UsageException.rejected(
                    "'" + firstWord + "' needs a file with a saved table, or - for standard input");
        }
        return word;
    }

    private Request request(Command command) throws UsageException {
        return switch (command) {
            case ADD_SERVICE -> new Request.Change(new IpvsChange.AddService(service.service(key())));
            case EDIT_SERVICE -> new Request.Change(new IpvsChange.UpdateService(service.service(key())));
            case DELETE_SERVICE -> new Request.Change(new IpvsChange.RemoveService(key()));
            case ADD_SERVER -> new Request.Change(new IpvsChange.AddServer(key(), server.server(key(), options)));
            case EDIT_SERVER -> new Request.Change(new IpvsChange.UpdateServer(key(), server.server(key(), options)));
            case DELETE_SERVER -> new Request.Change(new IpvsChange.RemoveServer(key(), server.key()));
            case CLEAR -> new Request.Clear();
            case LIST -> listing().request(service, server, options);
            case WATCH -> listing().watch(service, server, options);
            case START_DAEMON -> daemon().start();
            case STOP_DAEMON -> daemon().stop();
            case RESTORE -> new Request.Restore();
            case SAVE -> new Request.Save(options.contains(Option.NUMERIC));
            case ZERO -> new Request.Zero(service.key());
            case HELP, VERSION, SET_TIMEOUTS, DIFF, APPLY ->
                throw new IllegalStateException(command + " is answered earlier");
        };
    }

    private ServiceKey key() {
        return Objects.requireNonNull(service.key(), "the matrix requires a service for this command");
    }
}
