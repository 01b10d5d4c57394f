package org.lvsdirector.vrrp.settings;

import org.jspecify.annotations.Nullable;

/**
 * Chains of iptables and ip6tables, in the table {@code filter}, that somebody has made for the rules which drop traffic.
 *
 * @param input for what comes in
 * @param output for what goes out; null: nothing is dropped there
 * @param sets the addresses stand in these sets, and a few rules name the sets; null: rules for each address
 */
public record IptablesSettings(
        String input, @Nullable String output, @Nullable SetNames sets) {

    /**
     * Names of sets.
     *
     * @param ipv4 addresses
     * @param ipv6 addresses
     * @param linkLocal IPv6 addresses of one interface, with its name
     * @param igmp interfaces that must not tell of their groups over IPv4
     * @param mld the same over IPv6
     */
    public record SetNames(String ipv4, String ipv6, String linkLocal, String igmp, String mld) {}
}
