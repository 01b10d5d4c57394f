package org.lvsdirector.config;

import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A line of {@code track_file}, {@code track_process} or {@code track_bfd}, with the weight of what it names filled in where the line gives
 * none.
 *
 * @param name of a {@link TrackFileConfig}, {@link TrackProcessConfig} or BFD session
 */
public record TrackedItem(Kind kind, String name, int weight, boolean reverse, SourcePlace place) {
    /** What is tracked. */
    public enum Kind {
        FILE,
        PROCESS,
        BFD
    }
}
