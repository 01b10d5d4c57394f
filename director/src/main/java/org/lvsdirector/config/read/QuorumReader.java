package org.lvsdirector.config.read;

import java.util.List;
import org.lvsdirector.config.QuorumConfig;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.syntax.Problems;

/** Quorum and hysteresis, brought within what the real servers can reach. */
final class QuorumReader {
    private final CommandReader commands;
    private final boolean alerts;
    private final Problems problems;

    /** @param alerts the default of {@code smtp_alert} */
    QuorumReader(CommandReader commands, boolean alerts, Problems problems) {
        this.alerts = alerts;
        this.commands = commands;
        this.problems = problems;
    }

    QuorumConfig read(Block block, List<RealServerConfig> servers) {
        long total = servers.stream().mapToLong(RealServerConfig::weight).sum();
        long quorum = block.number("quorum");
        if (quorum > Math.max(1, total)) {
            problems.warning(
                    block.placeOf("quorum"),
                    "quorum " + quorum + " is more than all real servers together weigh: " + Math.max(1, total)
                            + " is used",
                    "lower it, or raise weights");
            quorum = Math.max(1, total);
        }
        long hysteresis = block.number("hysteresis");
        if (hysteresis >= quorum) {
            problems.warning(
                    block.placeOf("hysteresis"),
                    "hysteresis " + hysteresis + " is not less than the quorum: " + (quorum - 1) + " is used",
                    "choose a number below " + quorum);
            hysteresis = quorum - 1;
        }
        return new QuorumConfig(
                quorum,
                hysteresis,
                commands.notification(block, "quorum_up"),
                commands.notification(block, "quorum_down"),
                block.bool("smtp_alert", alerts));
    }
}
