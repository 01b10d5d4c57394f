package org.lvsdirector.netlink.netfilter;

/**
 * What an operator may choose of the tables that drop traffic.
 *
 * @param table their name
 * @param priority of their chains among those of the same hook; the usual filters have 0
 * @param counted whether the rules count what they drop
 */
public record DropStyle(String table, int priority, boolean counted) {
    /** In front of the usual filters. */
    public static final DropStyle USUAL = new DropStyle("lvs_director", -1, false);
}
