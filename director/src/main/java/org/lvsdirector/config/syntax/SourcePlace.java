package org.lvsdirector.config.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Where in the configuration something stands.
 *
 * @param file path as the operator would name it: the argument, or the included file's resolved path
 * @param line from 1
 * @param column from 1, counted in characters (not bytes), so that an editor finds it in non-ASCII text too
 * @param usedAt for what stands in the value of a variable or was made by a generator, where that was used; null for all else
 */
public record SourcePlace(
        String file, int line, int column, @Nullable SourcePlace usedAt) {

    /** A place that no variable leads to. */
    public SourcePlace(String file, int line, int column) {
        this(file, line, column, null);
    }

    /** The first character of a file: the place of problems that concern the file as a whole. */
    public static SourcePlace startOf(String file) {
        return new SourcePlace(file, 1, 1);
    }

    /** The same place, reached through a use of a variable; what it was reached through before stands nearer. */
    SourcePlace reachedThrough(@Nullable SourcePlace use) {
        if (use == null) {
            return this;
        }
        return new SourcePlace(file, line, column, usedAt == null ? use : usedAt.reachedThrough(use));
    }

    /** {@code FILE:LINE:COLUMN}, the form compilers use and editors jump to. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
