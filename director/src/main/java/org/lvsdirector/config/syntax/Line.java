package org.lvsdirector.config.syntax;

import java.util.List;

/**
 * One logical line: a stretch of text, and for each of its characters the place in a file that it came from. Where a line comes from is
 * behind this seam, so that joined lines and the lines of a variable's value go through the same lexer.
 */
abstract class Line {

    /** The file it stands in. */
    abstract String file();

    /** The text that offsets count in; more than the line itself. */
    abstract String text();

    /** Offset of the line's first character. */
    abstract int from();

    /** Offset behind the line's last character, its line feed not included. */
    abstract int to();

    /** Line number of a character. Offsets must be asked for in rising order. */
    abstract int lineAt(int offset);

    /** Column of a character. Offsets must be asked for in rising order. */
    abstract int columnAt(int offset);

    /** Where a character stands, and what led there. */
    SourcePlace placeAt(int offset) {
        return new SourcePlace(file(), lineAt(offset), columnAt(offset));
    }

    /** True when its characters stand in several places, so that {@link #placeAt} alone tells where one does. */
    boolean isMadeUp() {
        return false;
    }

    /** The lines of a file that it was joined of, from an offset on; one for most. */
    List<Fragment> rows(int offset) {
        return List.of(new Fragment(this, offset, to()));
    }
}
