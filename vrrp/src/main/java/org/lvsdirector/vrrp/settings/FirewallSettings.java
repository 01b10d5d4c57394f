package org.lvsdirector.vrrp.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where the rules stand that drop the traffic of addresses which must not be answered for.
 *
 * @param table name of the nf_tables tables
 * @param priority of their chains
 * @param counted whether they count what they drop
 * @param iptables the chains that take their place, or null
 */
public record FirewallSettings(
        String table,
        int priority,
        boolean counted,
        @Nullable IptablesSettings iptables) {
    /** As long as nobody says otherwise. */
    public static final FirewallSettings USUAL = new FirewallSettings("lvs_director", -1, false, null);
}
