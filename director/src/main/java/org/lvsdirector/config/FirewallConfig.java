package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.IptablesSettings;

/**
 * The words on firewalls of {@code global_defs}.
 *
 * @param table name of the tables
 * @param priority of their chains
 * @param counted whether rules count
 * @param iptables the {@code vrrp_iptables} and {@code vrrp_ipsets} words, or null
 */
public record FirewallConfig(
        String table,
        int priority,
        boolean counted,
        @Nullable IptablesSettings iptables) {
    /** None of the words. */
    public static final FirewallConfig USUAL = new FirewallConfig("lvs_director", -1, false, null);
}
