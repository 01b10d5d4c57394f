package org.lvsdirector.control.track;

import java.util.List;

/** Everything outside the director that trackers look at. */
public record Watches(List<TrackedFile> files, List<TrackedProcess> processes) {
    /** Nothing. */
    public static final Watches NONE = new Watches(List.of(), List.of());

    public Watches {
        files = List.copyOf(files);
        processes = List.copyOf(processes);
    }
}
