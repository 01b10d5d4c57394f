package org.lvsdirector.config;

/**
 * The {@code nftables} words of {@code global_defs}.
 *
 * @param table name of the tables
 * @param priority of their chains
 * @param counted whether rules count
 */
public record FirewallConfig(String table, int priority, boolean counted) {
    /** None of the words. */
    public static final FirewallConfig USUAL = new FirewallConfig("lvs_director", -1, false);
}
