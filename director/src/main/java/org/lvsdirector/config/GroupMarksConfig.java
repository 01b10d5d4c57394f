package org.lvsdirector.config;

/**
 * The {@code nftables_ipvs} words of {@code global_defs}: each virtual server group is one service by a firewall mark.
 *
 * @param table name of the nf_tables tables that give the marks
 * @param priority of their chains
 * @param firstMark from which marks are taken
 */
public record GroupMarksConfig(String table, int priority, long firstMark) {}
