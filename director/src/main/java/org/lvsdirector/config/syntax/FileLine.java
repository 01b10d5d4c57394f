package org.lvsdirector.config.syntax;

/** A line as it stands in a file: a window on the file's text, nothing copied. */
final class FileLine extends Line {
    private final SourceText source;
    private final int start;
    private final int from;
    private final int to;
    private final int number;
    private int knownOffset;
    private int knownColumn = 1;

    /**
     * @param start offset of what has column 1
     * @param from offset of its first character that counts
     */
    FileLine(SourceText source, int start, int from, int to, int number) {
        this.source = source;
        this.start = start;
        this.from = from;
        this.to = to;
        this.number = number;
        this.knownOffset = start;
    }

    @Override
    String file() {
        return source.name();
    }

    @Override
    String text() {
        return source.text();
    }

    @Override
    int from() {
        return from;
    }

    @Override
    int to() {
        return to;
    }

    @Override
    int lineAt(int offset) {
        return number;
    }

    /** Counts on from the last offset asked for, so that a line of a million words is not counted a million times. */
    @Override
    int columnAt(int offset) {
        if (offset < knownOffset) {
            return 1 + source.text().codePointCount(start, offset);
        }
        knownColumn += source.text().codePointCount(knownOffset, offset);
        knownOffset = offset;
        return knownColumn;
    }
}
