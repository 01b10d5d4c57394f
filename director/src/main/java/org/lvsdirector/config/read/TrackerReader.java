package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.lvsdirector.config.TrackedInterface;
import org.lvsdirector.config.TrackedScript;
import org.lvsdirector.config.VrrpScriptConfig;
import org.lvsdirector.config.keyword.Keyword;
import org.lvsdirector.config.keyword.KeywordTable;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;

/** The lines of {@code track_script} and {@code track_interface}: {@code NAME [weight N [reverse|noreverse]]}. */
final class TrackerReader {
    private static final Weight NO_WEIGHT = new Weight(0, false);

    private final Keyword weight;
    private final VrrpScriptReader.Scripts scripts;
    private final Problems problems;

    TrackerReader(KeywordTable table, VrrpScriptReader.Scripts scripts, Problems problems) {
        this.weight = table.block("vrrp_script").get("weight");
        this.scripts = scripts;
        this.problems = problems;
    }

    List<TrackedScript> scripts(Block block) {
        return lines(block, "track_script", (line, name) -> {
            VrrpScriptConfig script = scripts.usable().get(name);
            if (script == null) {
                unknown(line, name);
                return List.of();
            }
            Weight tracked = weight(block, line, new Weight(script.weight(), script.reverse()));
            return List.of(new TrackedScript(name, tracked.value(), tracked.reverse(), line.place()));
        });
    }

    List<TrackedInterface> interfaces(Block block) {
        return lines(block, "track_interface", (line, name) -> {
            Weight tracked = weight(block, line, NO_WEIGHT);
            return List.of(new TrackedInterface(name, tracked.value(), tracked.reverse(), line.place()));
        });
    }

    private <T> List<T> lines(Block block, String word, BiFunction<Directive, String, List<T>> reader) {
        List<T> trackers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Entry opener : block.all(word)) {
            for (Directive line : opener.directive().children()) {
                if (seen.add(line.word())) {
                    trackers.addAll(reader.apply(line, line.word()));
                } else {
                    problems.warning(line.place(), "'" + line.word() + "' is tracked twice", "keep one of the lines");
                }
            }
        }
        return trackers;
    }

    private Weight weight(Block block, Directive line, Weight usual) {
        Entry entry = new Entry(weight, line);
        String word = entry.argument(0);
        if (word == null) {
            return usual;
        }
        if (!word.equals("weight")) {
            problems.error(
                    entry.placeOf(0),
                    "'" + word + "' cannot follow the name of a tracker",
                    "write nothing, or: weight N [reverse]");
            return usual;
        }
        return Weight.read(block, entry, 1, new Weight(usual.value(), false));
    }

    private void unknown(Directive line, String name) {
        if (scripts.named().contains(name)) {
            return;
        }
        String near = Nearest.to(name, scripts.named());
        problems.error(
                line.place(),
                "no vrrp_script is called '" + name + "'",
                near == null ? "add: vrrp_script " + name + " { script \"...\" }" : "did you mean '" + near + "'?");
    }
}
