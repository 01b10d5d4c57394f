package org.lvsdirector.ipvsctl.arguments;

import static org.lvsdirector.ipvsctl.arguments.Rule.NONE;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which options go with which command: ipvsadm's matrix, and ours, which allows more in listings. */
final class CommandRules {
    private static final Set<Option> SCHEDULING = EnumSet.of(
            Option.SCHEDULER,
            Option.PERSISTENT,
            Option.NETMASK,
            Option.ONE_PACKET,
            Option.PERSISTENCE_ENGINE,
            Option.SCHED_FLAGS);
    private static final Set<Option> SERVER = EnumSet.of(Option.SERVICE, Option.REAL_SERVER);
    private static final Set<Option> FORWARDING = EnumSet.of(
            Option.FORWARDING_METHOD,
            Option.WEIGHT,
            Option.UPPER_THRESHOLD,
            Option.LOWER_THRESHOLD,
            Option.TUN_TYPE,
            Option.TUN_PORT,
            Option.TUN_NOCSUM,
            Option.TUN_CSUM,
            Option.TUN_REMCSUM);
    /** What a listing may be of. */
    private static final Set<Option> SUBJECTS =
            EnumSet.of(Option.CONNECTION, Option.SERVICE, Option.TIMEOUT, Option.DAEMON);

    private static final Set<Option> LISTING = EnumSet.of(
            Option.NUMERIC,
            Option.STATS,
            Option.RATE,
            Option.THRESHOLDS,
            Option.PERSISTENT_CONN,
            Option.NOSORT,
            Option.SYNC_ID,
            Option.EXACT,
            Option.TUN_INFO);
    private static final Set<Option> SYNCHRONISATION = EnumSet.of(
            Option.MCAST_INTERFACE,
            Option.SYNC_ID,
            Option.MCAST_GROUP,
            Option.MCAST_PORT,
            Option.MCAST_TTL,
            Option.SYNC_MAXLEN);
    /** What narrows a listing down, and how it is written. */
    private static final Set<Option> FILTERS =
            EnumSet.of(Option.REAL_SERVER, Option.PROTOCOL, Option.STATE, Option.JSON);

    private static final Map<Command, Rule> IPVSADMS = ipvsadms();
    private static final Map<Command, Rule> OURS = ours();

    private CommandRules() {}

    static Rule of(Command command, boolean extended) {
        return Objects.requireNonNull((extended ? OURS : IPVSADMS).get(command), "every command has a rule");
    }

    private static Map<Command, Rule> ipvsadms() {
        Map<Command, Rule> rules = new EnumMap<>(Command.class);
        for (Command command : Command.values()) {
            rules.put(command, new Rule(NONE, NONE, NONE));
        }
        rules.put(Command.ADD_SERVICE, new Rule(EnumSet.of(Option.SERVICE), SCHEDULING, NONE));
        rules.put(Command.EDIT_SERVICE, new Rule(EnumSet.of(Option.SERVICE), SCHEDULING, NONE));
        rules.put(Command.DELETE_SERVICE, new Rule(EnumSet.of(Option.SERVICE), NONE, NONE));
        rules.put(Command.ADD_SERVER, new Rule(SERVER, FORWARDING, NONE));
        rules.put(Command.EDIT_SERVER, new Rule(SERVER, FORWARDING, NONE));
        rules.put(Command.DELETE_SERVER, new Rule(SERVER, NONE, NONE));
        rules.put(Command.LIST, new Rule(NONE, LISTING, SUBJECTS));
        rules.put(Command.SAVE, new Rule(NONE, EnumSet.of(Option.NUMERIC), NONE));
        rules.put(Command.ZERO, new Rule(NONE, EnumSet.of(Option.SERVICE), NONE));
        rules.put(Command.START_DAEMON, new Rule(NONE, SYNCHRONISATION, NONE));
        rules.put(Command.STOP_DAEMON, new Rule(NONE, EnumSet.of(Option.SYNC_ID), NONE));
        return rules;
    }

    private static Map<Command, Rule> ours() {
        Map<Command, Rule> rules = new EnumMap<>(IPVSADMS);
        Set<Option> listing = union(union(LISTING, FILTERS), EnumSet.of(Option.SERVICE));
        Set<Option> subjects = EnumSet.of(Option.CONNECTION, Option.TIMEOUT, Option.DAEMON);
        rules.put(Command.LIST, new Rule(NONE, listing, subjects));
        rules.put(Command.DIFF, new Rule(NONE, EnumSet.of(Option.JSON), NONE));
        rules.put(Command.APPLY, new Rule(NONE, EnumSet.of(Option.DRY_RUN), NONE));
        rules.put(
                Command.WATCH,
                new Rule(
                        NONE,
                        EnumSet.of(
                                Option.NUMERIC,
                                Option.SERVICE,
                                Option.REAL_SERVER,
                                Option.PROTOCOL,
                                Option.INTERVAL,
                                Option.SORT_BY),
                        NONE));
        return rules;
    }

    private static Set<Option> union(Set<Option> some, Set<Option> others) {
        Set<Option> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }
}
