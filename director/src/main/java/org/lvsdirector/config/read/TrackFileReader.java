package org.lvsdirector.config.read;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.TrackFileConfig;
import org.lvsdirector.config.syntax.Problems;

/** {@code track_file} blocks. */
final class TrackFileReader {
    private static final String OVERWRITE = "overwrite";

    private final Problems problems;

    TrackFileReader(Problems problems) {
        this.problems = problems;
    }

    /** The file; one whose path is missing, which is reported, has an empty one. */
    TrackFileConfig read(String name, Block block) {
        String path = block.text("file");
        if (!block.has("file")) {
            problems.error(block.place(), "track_file '" + name + "' names no file", "add a line: file \"/path\"");
        }
        Weight usual = new Weight(Integer.parseInt(block.defaultOf("weight")), false);
        Entry weight = block.last("weight");
        Weight read = weight == null ? usual : Weight.read(block, weight, 0, usual);
        Entry initial = block.last("init_file");
        return new TrackFileConfig(
                name,
                path == null ? "" : path,
                read.value(),
                read.reverse(),
                initial == null ? null : initialValue(initial),
                initial != null && overwrites(initial),
                block.place());
    }

    /** {@code [VALUE] [overwrite]}, in any order. */
    private @Nullable Integer initialValue(Entry entry) {
        int value = 0;
        for (int i = 0; i < entry.argumentCount(); i++) {
            String text = entry.argument(i);
            if (text != null && !text.equals(OVERWRITE)) {
                OptionalLong number = Values.whole(text);
                if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong()) {
                    problems.error(
                            entry.placeOf(i),
                            "'" + text + "' is neither a whole number nor 'overwrite'",
                            "write: init_file [NUMBER] [overwrite]");
                } else {
                    value = (int) number.getAsLong();
                }
            }
        }
        return value;
    }

    private static boolean overwrites(Entry entry) {
        for (int i = 0; i < entry.argumentCount(); i++) {
            if (OVERWRITE.equals(entry.argument(i))) {
                return true;
            }
        }
        return false;
    }
}
