package org.lvsdirector.ipvsctl.arguments;

import static org.lvsdirector.ipvsctl.arguments.Switch.Takes.NOTHING;
import static org.lvsdirector.ipvsctl.arguments.Switch.Takes.PERHAPS_A_VALUE;
import static org.lvsdirector.ipvsctl.arguments.Switch.Takes.VALUE;

import org.jspecify.annotations.Nullable;

/** Every switch of ipvsadm 1.31, and then our own: its long name, its letter and whether it takes a value. */
enum Switch {
    ADD_SERVICE("add-service", 'A', NOTHING),
    EDIT_SERVICE("edit-service", 'E', NOTHING),
    DELETE_SERVICE("delete-service", 'D', NOTHING),
    CLEAR("clear", 'C', NOTHING),
    LIST("list", 'L', NOTHING),
    LIST_LOWER("list", 'l', NOTHING),
    ZERO("zero", 'Z', NOTHING),
    ADD_SERVER("add-server", 'a', NOTHING),
    EDIT_SERVER("edit-server", 'e', NOTHING),
    DELETE_SERVER("delete-server", 'd', NOTHING),
    SET("set", NOTHING),
    START_DAEMON("start-daemon", VALUE),
    STOP_DAEMON("stop-daemon", VALUE),
    RESTORE("restore", 'R', NOTHING),
    SAVE("save", 'S', NOTHING),
    HELP("help", 'h', NOTHING),
    VERSION("version", 'v', NOTHING),

    TCP_SERVICE("tcp-service", 't', VALUE, Option.SERVICE),
    UDP_SERVICE("udp-service", 'u', VALUE, Option.SERVICE),
    SCTP_SERVICE("sctp-service", VALUE, Option.SERVICE),
    FWMARK_SERVICE("fwmark-service", 'f', VALUE, Option.SERVICE),
    IPV6("ipv6", '6', NOTHING),
    SCHEDULER("scheduler", 's', VALUE, Option.SCHEDULER),
    SCHED_FLAGS("sched-flags", 'b', VALUE, Option.SCHED_FLAGS),
    PERSISTENT("persistent", 'p', PERHAPS_A_VALUE, Option.PERSISTENT),
    NETMASK("netmask", 'M', VALUE, Option.NETMASK),
    PERSISTENCE_ENGINE("pe", VALUE, Option.PERSISTENCE_ENGINE),
    ONE_PACKET("ops", 'o', NOTHING, Option.ONE_PACKET),

    REAL_SERVER("real-server", 'r', VALUE, Option.REAL_SERVER),
    MASQUERADING("masquerading", 'm', NOTHING, Option.FORWARDING_METHOD),
    IPIP("ipip", 'i', NOTHING, Option.FORWARDING_METHOD),
    GATEWAYING("gatewaying", 'g', NOTHING, Option.FORWARDING_METHOD),
    WEIGHT("weight", 'w', VALUE, Option.WEIGHT),
    UPPER_THRESHOLD("u-threshold", 'x', VALUE, Option.UPPER_THRESHOLD),
    LOWER_THRESHOLD("l-threshold", 'y', VALUE, Option.LOWER_THRESHOLD),
    TUN_TYPE("tun-type", VALUE, Option.TUN_TYPE),
    TUN_PORT("tun-port", VALUE, Option.TUN_PORT),
    TUN_NOCSUM("tun-nocsum", NOTHING, Option.TUN_NOCSUM),
    TUN_CSUM("tun-csum", NOTHING, Option.TUN_CSUM),
    TUN_REMCSUM("tun-remcsum", NOTHING, Option.TUN_REMCSUM),

    NUMERIC("numeric", 'n', NOTHING, Option.NUMERIC),
    CONNECTION("connection", 'c', NOTHING, Option.CONNECTION),
    TIMEOUT("timeout", NOTHING, Option.TIMEOUT),
    DAEMON("daemon", NOTHING, Option.DAEMON),
    STATS("stats", NOTHING, Option.STATS),
    RATE("rate", NOTHING, Option.RATE),
    THRESHOLDS("thresholds", NOTHING, Option.THRESHOLDS),
    PERSISTENT_CONN("persistent-conn", NOTHING, Option.PERSISTENT_CONN),
    TUN_INFO("tun-info", NOTHING, Option.TUN_INFO),
    NOSORT("nosort", NOTHING, Option.NOSORT),
    SORT("sort", NOTHING),
    EXACT("exact", 'X', NOTHING, Option.EXACT),

    SYNC_ID("syncid", VALUE, Option.SYNC_ID),
    SYNC_MAXLEN("sync-maxlen", VALUE, Option.SYNC_MAXLEN),
    MCAST_INTERFACE("mcast-interface", VALUE, Option.MCAST_INTERFACE),
    MCAST_GROUP("mcast-group", VALUE, Option.MCAST_GROUP),
    MCAST_PORT("mcast-port", VALUE, Option.MCAST_PORT),
    MCAST_TTL("mcast-ttl", VALUE, Option.MCAST_TTL),

    JSON("json", NOTHING, Option.JSON),
    PROTOCOL("protocol", VALUE, Option.PROTOCOL),
    STATE("state", VALUE, Option.STATE),
    DRY_RUN("dry-run", NOTHING, Option.DRY_RUN),
    INTERVAL("interval", VALUE, Option.INTERVAL),
    SORT_BY("sort-by", VALUE, Option.SORT_BY);

    /** What may follow a switch. */
    enum Takes {
        NOTHING,
        VALUE,
        /** The next word, unless it looks like a switch. */
        PERHAPS_A_VALUE
    }

    private static final Switch[] ALL = values();
    private static final Switch[] BY_LETTER = new Switch['z' + 1];

    static {
        for (Switch each : ALL) {
            BY_LETTER[each.letter] = each;
        }
    }

    private static final char NO_LETTER = 0;

    private final String longName;
    private final char letter;
    private final Takes takes;
    private final @Nullable Option option;

    Switch(String longName, Takes takes) {
        this(longName, NO_LETTER, takes, null);
    }

    Switch(String longName, char letter, Takes takes) {
        this(longName, letter, takes, null);
    }

    Switch(String longName, Takes takes, Option option) {
        this(longName, NO_LETTER, takes, option);
    }

    Switch(String longName, char letter, Takes takes, @Nullable Option option) {
        this.longName = longName;
        this.letter = letter;
        this.takes = takes;
        this.option = option;
    }

    Takes takes() {
        return takes;
    }

    /** What the switch counts as in the matrix of {@link Command}; null for commands and for what goes with everything. */
    @Nullable
    Option option() {
        return option;
    }

    /** Whether ipvsadm has it not. */
    private boolean isOurs() {
        return compareTo(JSON) >= 0;
    }

    /** The switch with a long name, in full: popt knows no abbreviations. */
    static @Nullable Switch ofName(String name, boolean withOurs) {
        for (Switch candidate : ALL) {
            if (candidate.longName.equals(name) && (withOurs || !candidate.isOurs())) {
                return candidate;
            }
        }
        return null;
    }

    /** The switch with a letter. */
    static @Nullable Switch ofLetter(char letter) {
        return letter < BY_LETTER.length && letter != NO_LETTER ? BY_LETTER[letter] : null;
    }
}
