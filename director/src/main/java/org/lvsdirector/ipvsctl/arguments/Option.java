package org.lvsdirector.ipvsctl.arguments;

/**
 * What a command may be given, by the names that ipvsadm's messages use. Several switches may count as one option, which is how
 * {@code -t} and {@code -f} exclude each other. The order decides which of several mistakes is reported.
 */
enum Option {
    NUMERIC("numeric"),
    CONNECTION("connection"),
    SERVICE("service-address"),
    SCHEDULER("scheduler"),
    PERSISTENT("persistent"),
    NETMASK("netmask"),
    REAL_SERVER("real-server"),
    FORWARDING_METHOD("forwarding-method"),
    WEIGHT("weight"),
    UPPER_THRESHOLD("u-threshold"),
    LOWER_THRESHOLD("l-threshold"),
    MCAST_INTERFACE("mcast-interface"),
    TIMEOUT("timeout"),
    DAEMON("daemon"),
    STATS("stats"),
    RATE("rate"),
    THRESHOLDS("thresholds"),
    PERSISTENT_CONN("persistent-conn"),
    NOSORT("nosort"),
    SYNC_ID("syncid"),
    EXACT("exact"),
    ONE_PACKET("ops"),
    PERSISTENCE_ENGINE("pe"),
    SCHED_FLAGS("sched-flags"),
    MCAST_GROUP("mcast-group"),
    MCAST_PORT("mcast-port"),
    MCAST_TTL("mcast-ttl"),
    SYNC_MAXLEN("sync-maxlen"),
    TUN_INFO("tun-info"),
    TUN_TYPE("tun-type"),
    TUN_PORT("tun-port"),
    TUN_NOCSUM("tun-nocsum"),
    TUN_CSUM("tun-csum"),
    TUN_REMCSUM("tun-remcsum"),

    JSON("json"),
    PROTOCOL("protocol"),
    STATE("state"),
    DRY_RUN("dry-run"),
    INTERVAL("interval"),
    SORT_BY("sort-by");

    private final String title;

    Option(String title) {
        this.title = title;
    }

    /** The name in messages. */
    String title() {
        return title;
    }
}
