package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.lvsdirector.config.BfdConfig;
import org.lvsdirector.config.TrackedInterface;
import org.lvsdirector.config.TrackedItem;
import org.lvsdirector.config.TrackedItem.Kind;
import org.lvsdirector.config.TrackedScript;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.config.VrrpScriptConfig;
import org.lvsdirector.config.keyword.KeywordTable;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;

/** The lines of {@code track_script} and its like: {@code NAME [weight N [reverse|noreverse]]}. */
final class TrackerReader {
    private static final Weight NO_WEIGHT = new Weight(0, false);

    private final KeywordTable table;
    private final TrackingConfig tracking;
    private final VrrpScriptReader.Scripts scripts;
    private final Problems problems;

    TrackerReader(KeywordTable table, VrrpScriptReader.Scripts scripts, TrackingConfig tracking, Problems problems) {
        this.table = table;
        this.tracking = tracking;
        this.scripts = scripts;
        this.problems = problems;
    }

    List<TrackedScript> scripts(Block block) {
        return lines(block, "track_script", (line, name) -> {
            VrrpScriptConfig script = scripts.usable().get(name);
            if (script == null) {
                if (!scripts.named().contains(name)) {
                    unknown(line, "vrrp_script", "script \"...\"", scripts.named());
                }
                return List.of();
            }
            Weight tracked = weight(block, line, "vrrp_script", new Weight(script.weight(), script.reverse()));
            return List.of(new TrackedScript(name, tracked.value(), tracked.reverse(), line.place()));
        });
    }

    List<TrackedInterface> interfaces(Block block) {
        return lines(block, "track_interface", (line, name) -> {
            Weight tracked = weight(block, line, "vrrp_script", NO_WEIGHT);
            return List.of(new TrackedInterface(name, tracked.value(), tracked.reverse(), line.place()));
        });
    }

    /** Files, processes and sessions. */
    List<TrackedItem> items(Block block) {
        List<TrackedItem> items = new ArrayList<>();
        Map<String, Weight> files = new LinkedHashMap<>();
        tracking.files().forEach(file -> files.put(file.name(), new Weight(file.weight(), file.reverse())));
        items.addAll(items(block, "track_file", "track_file", "file \"...\"", Kind.FILE, files));
        Map<String, Weight> processes = new LinkedHashMap<>();
        tracking.processes().forEach(each -> processes.put(each.name(), new Weight(each.weight(), each.reverse())));
        items.addAll(items(block, "track_process", "vrrp_track_process", "process ...", Kind.PROCESS, processes));
        Map<String, Weight> sessions = new LinkedHashMap<>();
        tracking.sessions().stream()
                .filter(BfdConfig::forTrackers)
                .forEach(each -> sessions.put(each.name(), new Weight(each.weight(), each.reverse())));
        items.addAll(items(block, "track_bfd", "bfd_instance", "neighbor_ip ADDRESS", Kind.BFD, sessions));
        return items;
    }

    private List<TrackedItem> items(
            Block block, String word, String definition, String content, Kind kind, Map<String, Weight> known) {
        return lines(block, word, (line, name) -> {
            Weight usual = known.get(name);
            if (usual == null) {
                unknown(line, definition, content, known.keySet());
                return List.of();
            }
            Weight tracked = weight(block, line, definition, usual);
            return List.of(new TrackedItem(kind, name, tracked.value(), tracked.reverse(), line.place()));
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

    /** @param definition the block whose weights have the range of this one */
    private Weight weight(Block block, Directive line, String definition, Weight usual) {
        Entry entry = new Entry(table.block(definition).get("weight"), line);
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

    private void unknown(Directive line, String definition, String content, Collection<String> known) {
        String name = line.word();
        problems.error(
                line.place(),
                "no " + definition + " is called '" + name + "'",
                Nearest.advice(name, known, "add: " + definition + " " + name + " { " + content + " }"));
    }
}
