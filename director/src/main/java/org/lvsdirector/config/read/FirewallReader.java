package org.lvsdirector.config.read;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.FirewallConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.vrrp.settings.IptablesSettings;
import org.lvsdirector.vrrp.settings.IptablesSettings.SetNames;

/** Where the rules are to stand that drop traffic: {@code nftables} and its kin, {@code vrrp_iptables}, {@code vrrp_ipsets}. */
final class FirewallReader {
    /** Where {@code nftables} stands alone. */
    private static final String KEEPALIVEDS_TABLE = "keepalived";

    /** {@code XT_EXTENSION_MAXNAMELEN}, less the final NUL. */
    private static final int LONGEST_CHAIN = 28;

    /** {@code IPSET_MAXNAMELEN}, less the final NUL. */
    private static final int LONGEST_SET = 31;

    private final Problems problems;

    FirewallReader(Problems problems) {
        this.problems = problems;
    }

    FirewallConfig read(Block block) {
        return new FirewallConfig(
                table(block),
                (int) block.number("nftables_priority"),
                block.flag("nftables_counters"),
                iptables(block));
    }

    /** The name of the tables of nf_tables. */
    static String table(Block block) {
        Entry table = block.last("nftables");
        String name = table == null ? FirewallConfig.USUAL.table() : table.argument(0);
        return name == null ? KEEPALIVEDS_TABLE : name;
    }

    private @Nullable IptablesSettings iptables(Block block) {
        Entry chains = block.last("vrrp_iptables");
        SetNames sets = sets(block);
        if (chains == null) {
            if (sets != null) {
                problems.warning(
                        block.placeOf("vrrp_ipsets"),
                        "vrrp_ipsets names sets for rules of iptables, and there are none",
                        "add vrrp_iptables");
            }
            return null;
        }
        if (block.has("nftables")) {
            problems.warning(chains.place(), "nftables takes the place of vrrp_iptables", "leave one of the two");
            return null;
        }
        String input = name(chains, 0, LONGEST_CHAIN);
        return input == null
                ? new IptablesSettings("INPUT", "OUTPUT", sets)
                : new IptablesSettings(input, name(chains, 1, LONGEST_CHAIN), sets);
    }

    /** What is not named is called after what is. */
    private @Nullable SetNames sets(Block block) {
        Entry words = block.last("vrrp_ipsets");
        String ipv4 = words == null ? null : name(words, 0, LONGEST_SET);
        if (words == null || ipv4 == null) {
            return null;
        }
        String ipv6 = or(name(words, 1, LONGEST_SET), ipv4, "6");
        String stem = ipv6.endsWith("6") ? ipv6.substring(0, ipv6.length() - 1) : ipv6;
        return new SetNames(
                ipv4,
                ipv6,
                or(name(words, 2, LONGEST_SET), stem, "_if6"),
                or(name(words, 3, LONGEST_SET), ipv4, "_igmp"),
                or(name(words, 4, LONGEST_SET), ipv4, "_mld"));
    }

    private static String or(@Nullable String given, String stem, String ending) {
        return given == null
                ? stem.substring(0, Math.min(stem.length(), LONGEST_SET - ending.length())) + ending
                : given;
    }

    /** Null if it is not there. */
    private @Nullable String name(Entry entry, int index, int longest) {
        String name = entry.argument(index);
        if (name != null && (name.length() > longest || !name.matches("[A-Za-z0-9_.:-]+") || name.startsWith("-"))) {
            problems.error(
                    entry.placeOf(index),
                    "'" + name + "' cannot be the name of a chain or set of iptables",
                    "take letters, digits, '_', '-', '.' and ':', at most " + longest);
            return null;
        }
        return name;
    }
}
