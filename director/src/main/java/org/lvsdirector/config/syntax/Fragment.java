package org.lvsdirector.config.syntax;

/**
 * A stretch of a line.
 *
 * @param from offset of its first character in the line's text
 * @param to offset behind its last
 */
record Fragment(Line line, int from, int to) {

    char at(int offset) {
        return line.text().charAt(offset);
    }

    /** The same without white space at either end, and without a comment. */
    Fragment bare() {
        int start = from;
        int end = Comments.start(line.text(), from, to);
        while (start < end && Lexer.isBlank(at(start))) {
            start++;
        }
        while (end > start && Lexer.isBlank(at(end - 1))) {
            end--;
        }
        return new Fragment(line, start, end);
    }

    boolean isEmpty() {
        return from >= to;
    }

    @Override
    public String toString() {
        return line.text().substring(from, to);
    }
}
