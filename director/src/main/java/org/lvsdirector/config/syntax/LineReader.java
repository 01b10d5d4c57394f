package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** First stage: cuts a file's text into logical lines. A backslash at the end of a line, outside a comment, joins the next one to it. */
final class LineReader {
    private final SourceText source;
    private int position;
    private int number;

    LineReader(SourceText source) {
        this.source = source;
    }

    /** The next line, or null at the end of the file. */
    @Nullable
    Line next() {
        FileLine first = physical(true);
        if (first == null || !joinsNext(first)) {
            return first;
        }
        List<FileLine> parts = new ArrayList<>();
        FileLine part = first;
        while (part != null) {
            parts.add(part);
            part = joinsNext(part) ? physical(false) : null;
        }
        return parts.size() == 1 ? first : new JoinedLine(parts);
    }

    /** @param bare without the white space that it begins with, which parts nothing: every stage after this one would look at it again */
    private @Nullable FileLine physical(boolean bare) {
        String text = source.text();
        if (position >= text.length()) {
            return null;
        }
        int start = position;
        int feed = text.indexOf('\n', start);
        int to = feed < 0 ? text.length() : feed;
        position = to + 1;
        number++;
        if (to > start && text.charAt(to - 1) == '\r') {
            to--;
        }
        int from = start;
        while (bare && from < to && Lexer.isBlank(text.charAt(from))) {
            from++;
        }
        return new FileLine(source, start, from, to, number);
    }

    private static boolean joinsNext(FileLine line) {
        String text = line.text();
        int last = line.to() - 1;
        return last >= line.from() && text.charAt(last) == '\\' && Comments.start(text, line.from(), line.to()) > last;
    }
}
