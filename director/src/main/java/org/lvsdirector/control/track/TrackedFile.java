package org.lvsdirector.control.track;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file whose number somebody tracks.
 *
 * @param initial the number to write when the watching begins and there is no such file; null for none
 * @param overwrite whether to write it even over a file that is there
 */
public record TrackedFile(String name, Path path, @Nullable Integer initial, boolean overwrite) {}
