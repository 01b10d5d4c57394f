package org.lvsdirector.config.read;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.Patience;
import org.lvsdirector.config.BfdConfig;
import org.lvsdirector.config.CheckOptions;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.TrackFileConfig;
import org.lvsdirector.config.TrackingConfig;
import org.lvsdirector.config.keyword.Nearest;
import org.lvsdirector.config.syntax.Problems;

/** {@code FILE_CHECK} and {@code BFD_CHECK} blocks: they are told what they check, so that no option of other checks applies. */
final class ToldCheckReader {
    /** News come by themselves; this only looks again whether one was missed. */
    private static final Duration RARELY = Duration.ofHours(1);

    private final Map<String, TrackFileConfig> files = new LinkedHashMap<>();
    private final Map<String, BfdConfig> sessions = new LinkedHashMap<>();
    private final Problems problems;

    ToldCheckReader(TrackingConfig tracking, Problems problems) {
        tracking.files().forEach(file -> files.put(file.name(), file));
        tracking.sessions().stream()
                .filter(BfdConfig::forChecks)
                .forEach(session -> sessions.put(session.name(), session));
        this.problems = problems;
    }

    /** Null, with a report, for one that names no file. */
    @Nullable
    CheckerConfig file(Block block, CheckerReader.Subject subject) {
        String name = name(block, "track_file", "track_file", files.keySet());
        TrackFileConfig file = name == null ? null : files.get(name);
        if (file == null) {
            return null;
        }
        Weight usual = new Weight(file.weight(), file.reverse());
        Entry weight = block.last("weight");
        Weight read = weight == null ? usual : Weight.read(block, weight, 0, usual);
        return new CheckerConfig.File(
                options(subject, subject.alpha()), file.name(), read.value(), read.reverse(), block.place());
    }

    /** Null, with a report, for one that names no session. */
    @Nullable
    CheckerConfig bfd(Block block, CheckerReader.Subject subject) {
        String name = name(block, "name", "bfd_instance", sessions.keySet());
        if (name == null || !sessions.containsKey(name)) {
            return null;
        }
        boolean alpha = block.bool("alpha", subject.alpha());
        return new CheckerConfig.Bfd(options(subject, alpha), name, block.place());
    }

    private @Nullable String name(Block block, String word, String kind, Collection<String> known) {
        String name = block.text(word);
        if (!block.has(word)) {
            problems.error(block.place(), "this check follows nothing", "add a line: " + word + " NAME");
        } else if (name != null && !known.contains(name)) {
            problems.error(
                    block.placeOf(word),
                    "no " + kind + " is called '" + name + "'",
                    Nearest.advice(name, known, "add a block: " + kind + " " + name + " { ... }"));
        }
        return name;
    }

    private static CheckOptions options(CheckerReader.Subject subject, boolean alpha) {
        return new CheckOptions(
                subject.address(),
                subject.port(),
                null,
                0,
                null,
                0,
                subject.times().connectTimeout(),
                0,
                RARELY,
                Duration.ZERO,
                RARELY,
                alpha,
                false,
                Patience.NONE);
    }
}
