package org.lvsdirector.vrrp.machine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** What files, processes and BFD sessions were when they were last told of. */
final class Readings {
    private final Map<TrackerKind, Map<String, Integer>> values = new EnumMap<>(TrackerKind.class);

    /** Takes in a value. Returns whether it is news. */
    boolean read(TrackerKind kind, String name, int value) {
        Integer before = values.computeIfAbsent(kind, each -> new TreeMap<>()).put(name, value);
        return before == null || before != value;
    }

    /** The last value, or null before the first. */
    @Nullable
    Integer last(TrackerKind kind, String name) {
        Map<String, Integer> ofKind = values.get(kind);
        return ofKind == null ? null : ofKind.get(name);
    }

    /** All of them, by kind and name. */
    List<ReadingStatus> status() {
        List<ReadingStatus> all = new ArrayList<>();
        values.forEach(
                (kind, ofKind) -> ofKind.forEach((name, value) -> all.add(new ReadingStatus(kind, name, value))));
        return all;
    }
}
