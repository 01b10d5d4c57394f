package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.TrackProcessConfig;
import org.lvsdirector.config.TrackProcessConfig.Match;
import org.lvsdirector.config.syntax.Problems;

/** {@code vrrp_track_process} blocks. */
final class TrackProcessReader {
    private final Problems problems;

    TrackProcessReader(Problems problems) {
        this.problems = problems;
    }

    /** The processes; a block that names none, which is reported, has an empty name. */
    TrackProcessConfig read(String name, Block block) {
        List<String> command = command(name, block);
        Weight usual = new Weight(Integer.parseInt(block.defaultOf("weight")), false);
        Entry weight = block.last("weight");
        Weight read = weight == null ? usual : Weight.read(block, weight, 0, usual);
        int quorum = block.count("quorum");
        int most = block.count("quorum_max", Integer.MAX_VALUE);
        // "quorum_max 0" says that none may run, and then none must.
        int least = most == 0 && !block.has("quorum") ? 0 : quorum;
        if (least > most) {
            problems.error(
                    block.placeOf("quorum_max"),
                    "quorum_max " + most + " is less than quorum " + least,
                    "no number of processes would do");
        }
        Duration delay = block.time("delay", Duration.ZERO);
        return new TrackProcessConfig(
                name,
                command,
                match(block, command),
                block.flag("full_command"),
                read.value(),
                read.reverse(),
                least,
                most,
                block.time("fork_delay", delay),
                block.time("terminate_delay", delay),
                block.place());
    }

    private List<String> command(String name, Block block) {
        Entry entry = block.last("process");
        if (entry == null || entry.argumentCount() == 0) {
            problems.error(
                    block.placeOf("process"),
                    "vrrp_track_process '" + name + "' names no process",
                    "add a line: process NAME [PARAMETER...]");
            return List.of("");
        }
        List<String> command = new ArrayList<>();
        for (int i = 0; i < entry.argumentCount(); i++) {
            command.add(String.valueOf(entry.argument(i)));
        }
        return command;
    }

    /** Without parameters, {@code param_match} says that there must be none. */
    private static Match match(Block block, List<String> command) {
        String word = block.choice("param_match");
        if (command.size() == 1) {
            return word == null ? Match.ANY : Match.EXACT;
        }
        if (word == null) {
            return Match.EXACT;
        }
        return word.equals("initial") ? Match.INITIAL : Match.PARTIAL;
    }
}
