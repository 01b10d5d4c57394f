package org.lvsdirector.config.syntax;

/**
 * Where in the configuration something stands.
 *
 * @param file path as the operator would name it: the argument, or the included file's resolved path
 * @param line from 1
 * @param column from 1, counted in characters (not bytes), so that an editor finds it in non-ASCII text too
 */
public record SourcePlace(String file, int line, int column) {

    /** The first character of a file: the place of problems that concern the file as a whole. */
    public static SourcePlace startOf(String file) {
        return new SourcePlace(file, 1, 1);
    }

    /** {@code FILE:LINE:COLUMN}, the form compilers use and editors jump to. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
