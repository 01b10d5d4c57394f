package org.lvsdirector.ipvsctl.arguments;

import static org.lvsdirector.ipvsctl.arguments.Rule.NONE;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the program is told to do, and the options that go with it. */
enum Command {
    ADD_SERVICE("add-service"),
    EDIT_SERVICE("edit-service"),
    DELETE_SERVICE("delete-service"),
    CLEAR("flush"),
    LIST("list"),
    ADD_SERVER("add-server"),
    EDIT_SERVER("edit-server"),
    DELETE_SERVER("delete-server"),
    SET_TIMEOUTS("set"),
    START_DAEMON("start-daemon"),
    STOP_DAEMON("stop-daemon"),
    RESTORE("restore"),
    SAVE("save"),
    ZERO("zero"),
    HELP("help"),
    VERSION("version");

    private final String title;

    Command(String title) {
        this.title = title;
    }

    /** The command that a switch names, or null if it names none. */
    static @Nullable Command of(Switch given) {
        return switch (given) {
            case ADD_SERVICE -> ADD_SERVICE;
            case EDIT_SERVICE -> EDIT_SERVICE;
            case DELETE_SERVICE -> DELETE_SERVICE;
            case CLEAR -> CLEAR;
            case LIST, LIST_LOWER -> LIST;
            case ADD_SERVER -> ADD_SERVER;
            case EDIT_SERVER -> EDIT_SERVER;
            case DELETE_SERVER -> DELETE_SERVER;
            case SET -> SET_TIMEOUTS;
            case START_DAEMON -> START_DAEMON;
            case STOP_DAEMON -> STOP_DAEMON;
            case RESTORE -> RESTORE;
            case SAVE -> SAVE;
            case ZERO -> ZERO;
            case HELP -> HELP;
            case VERSION -> VERSION;
            default -> null;
        };
    }

    /** Holds a command's options to what goes with it. */
    void check(Set<Option> given) throws UsageException {
        rule().check(given, EnumSet.allOf(Option.class), "'" + title + "' command");
    }

    private Rule rule() {
        return switch (this) {
            case ADD_SERVICE, EDIT_SERVICE -> new Rule(EnumSet.of(Option.SERVICE), SCHEDULING, NONE);
            case DELETE_SERVICE -> new Rule(EnumSet.of(Option.SERVICE), NONE, NONE);
            case ADD_SERVER, EDIT_SERVER -> new Rule(SERVER, FORWARDING, NONE);
            case DELETE_SERVER -> new Rule(SERVER, NONE, NONE);
            case LIST -> new Rule(NONE, LISTING, SUBJECTS);
            case SAVE -> new Rule(NONE, EnumSet.of(Option.NUMERIC), NONE);
            case ZERO -> new Rule(NONE, EnumSet.of(Option.SERVICE), NONE);
            case START_DAEMON -> new Rule(NONE, SYNCHRONISATION, NONE);
            case STOP_DAEMON -> new Rule(NONE, EnumSet.of(Option.SYNC_ID), NONE);
            case CLEAR, SET_TIMEOUTS, RESTORE, HELP, VERSION -> new Rule(NONE, NONE, NONE);
        };
    }

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
}
