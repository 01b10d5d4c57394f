package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.VrrpScriptConfig;
import org.lvsdirector.config.syntax.Problems;

/** The {@code vrrp_script} blocks. */
final class VrrpScriptReader {
    private final Blocks blocks;
    private final CommandReader commands;
    private final Names names;
    private final Problems problems;

    VrrpScriptReader(Blocks blocks, CommandReader commands, Problems problems) {
        this.blocks = blocks;
        this.commands = commands;
        this.names = new Names("vrrp_script", problems);
        this.problems = problems;
    }

    /**
     * What was found.
     *
     * @param usable scripts by name, in order
     * @param named every name that a block has, even a faulty block
     */
    record Scripts(Map<String, VrrpScriptConfig> usable, Set<String> named) {}

    Scripts read(Block root) {
        Map<String, VrrpScriptConfig> scripts = new LinkedHashMap<>();
        Set<String> named = new HashSet<>();
        for (Entry opener : root.all("vrrp_script")) {
            String name = names.of(opener);
            named.add(name);
            Block block = blocks.of(opener);
            ScriptCommand command = commands.tracking(block, "script", commands.user(block, "user"));
            if (!block.has("script")) {
                problems.error(
                        opener.place(),
                        "vrrp_script '" + name + "' has no script",
                        "add a line: script \"/path/to/command arguments\"");
            }
            if (command != null) {
                scripts.putIfAbsent(name, script(name, command, block));
            }
        }
        return new Scripts(scripts, named);
    }

    private static VrrpScriptConfig script(String name, ScriptCommand command, Block block) {
        Duration interval = block.time("interval");
        Entry weight = block.last("weight");
        Weight none = new Weight(0, false);
        Weight read = weight == null ? none : Weight.read(block, weight, 0, none);
        return new VrrpScriptConfig(
                name,
                command,
                interval,
                block.time("timeout", interval),
                read.value(),
                read.reverse(),
                block.count("rise"),
                block.count("fall"),
                block.flag("init_fail"),
                block.place());
    }
}
