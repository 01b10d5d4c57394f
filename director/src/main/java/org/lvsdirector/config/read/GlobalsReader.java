package org.lvsdirector.config.read;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.GlobalConfig;
import org.lvsdirector.config.VirtualMacNames;
import org.lvsdirector.config.VrrpGlobalConfig;
import org.lvsdirector.config.keyword.KeywordTable;
import org.lvsdirector.config.syntax.Problems;

/** {@code global_defs}; several such blocks count as one. */
final class GlobalsReader {
    private final KeywordTable table;
    private final Blocks blocks;
    private final CommandReader commands;
    private final Problems problems;

    GlobalsReader(KeywordTable table, Blocks blocks, CommandReader commands, Problems problems) {
        this.table = table;
        this.blocks = blocks;
        this.commands = commands;
        this.problems = problems;
    }

    /**
     * What the global block says, for itself and for the blocks that take defaults from it.
     *
     * @param defaultInterface where static addresses go that name no interface
     * @param routingNames folders of the names of routing tables; what a later one names counts
     * @param notifyPriorities default of {@code notify_priority_changes}
     * @param alerts defaults of {@code smtp_alert}
     * @param logAllFailures default of the checkers' {@code log_all_failures}
     */
    record Globals(
            GlobalConfig config,
            InstanceDefaults instances,
            boolean notifyPriorities,
            AlertDefaults alerts,
            boolean logAllFailures,
            String defaultInterface,
            List<Path> routingNames) {}

    Globals read(Block root) {
        Block block = merged(root);
        GlobalConfig config = new GlobalConfig(
                block.text("router_id"),
                commands.user(block, "script_user"),
                block.flag("enable_script_security"),
                new MailReader(problems).read(block),
                new ParentReader(commands, problems).read(root, block),
                vrrp(block),
                new LvsGlobalsReader(problems).read(root, block),
                new TellingReader(commands, problems).read(block));
        String defaultInterface = block.text("default_interface");
        return new Globals(
                config,
                InstanceDefaults.of(block),
                block.bool("vrrp_notify_priority_changes", false),
                AlertDefaults.of(block),
                block.bool("checker_log_all_failures", false),
                defaultInterface == null ? block.defaultOf("default_interface") : defaultInterface,
                List.of(folder(block, "iproute_usr_dir"), folder(block, "iproute_etc_dir")));
    }

    private VrrpGlobalConfig vrrp(Block block) {
        return new VrrpGlobalConfig(
                block.time("vrrp_garp_interval"),
                block.time("vrrp_gna_interval"),
                block.time("vrrp_startup_delay"),
                block.time("vrrp_delay_after_boot"),
                block.bool("vrrp_restore_addresses", true),
                block.flag("log_unknown_vrids"),
                block.bool("vrrp_address_probe", true),
                block.flag("disable_local_igmp"),
                virtualMacNames(block),
                new SchedulingReader(problems).vrrp(block),
                new FirewallReader(problems).read(block));
    }

    private static Path folder(Block block, String word) {
        String given = block.text(word);
        return Path.of(given == null ? block.defaultOf(word) : given);
    }

    private static VirtualMacNames virtualMacNames(Block block) {
        String prefix = block.name("vmac_prefix");
        String usual = prefix == null ? block.defaultOf("vmac_prefix") : prefix;
        String other = block.name("vmac_addr_prefix");
        return new VirtualMacNames(usual, other == null ? usual : other);
    }

    private Block merged(Block root) {
        List<Entry> entries = new ArrayList<>();
        for (Entry opener : root.all("global_defs")) {
            entries.addAll(blocks.of(opener).entries());
        }
        return new Block(root.placeOf("global_defs"), table.block("global_defs"), entries, problems);
    }
}
