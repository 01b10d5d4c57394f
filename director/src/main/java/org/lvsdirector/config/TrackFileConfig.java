package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A {@code track_file} block.
 *
 * @param weight what its number is multiplied by, unless the tracker says otherwise; 0: FAULT unless the number is 0
 * @param initial written at the start if there is no such file; null: nothing is
 * @param overwrite write it even if there is one
 */
public record TrackFileConfig(
        String name,
        String path,
        int weight,
        boolean reverse,
        @Nullable Integer initial,
        boolean overwrite,
        SourcePlace place) {}
