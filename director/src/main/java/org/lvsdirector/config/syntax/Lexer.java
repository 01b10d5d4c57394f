package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a logical line into words and braces and hands them to the {@link TreeBuilder}.
 *
 * <p>Words end at white space. Double quotes make one word of what they enclose, and a word of its own even when glued to others. Braces
 * stand for themselves outside quotes, except in <code>${NAME}</code>. A backslash takes the meaning from a comment mark.
 */
final class Lexer {
    private final TreeBuilder tree;
    private final Problems problems;
    private final Interner interner = new Interner();
    private final List<Word> words = new ArrayList<>();
    private int rawFrom;

    Lexer(TreeBuilder tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    void accept(Line line) {
        String text = line.text();
        int end = line.to();
        int i = line.from();
        while (i < end) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                i++;
            } else if (Comments.isMark(c)) {
                end = i;
            } else if (c == '{' || c == '}') {
                flush(line, i);
                brace(c, line.placeAt(i));
                i++;
            } else if (c == '"') {
                i = quoted(line, i, end);
            } else {
                i = plain(line, i, end);
            }
        }
        flush(line, end);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B' || c == '\n';
    }

    private void brace(char c, SourcePlace place) {
        if (c == '{') {
            tree.open(place);
        } else {
            tree.close(place);
        }
    }

    private int quoted(Line line, int start, int end) {
        String text = line.text();
        int close = text.indexOf('"', start + 1);
        int next;
        if (close < 0 || close >= end) {
            problems.error(
                    line.placeAt(start),
                    "the quote that opens here is not closed on this line",
                    "close it, or remove it if none is needed");
            close = end;
            next = end;
        } else {
            next = close + 1;
        }
        add(line, start, interner.of(text, start + 1, close), next);
        return next;
    }

    private int plain(Line line, int start, int end) {
        String text = line.text();
        @Nullable StringBuilder unescaped = null;
        int i = start;
        int copied = start;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < end && Comments.isMark(text.charAt(i + 1))) {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(text, copied, i);
                copied = i + 1;
                i += 2;
            } else if (c == '$' && i + 1 < end && text.charAt(i + 1) == '{') {
                i = behindVariable(text, i, end);
            } else if (isBlank(c) || c == '"' || c == '{' || c == '}' || Comments.isMark(c)) {
                break;
            } else {
                i++;
            }
        }
        String word = unescaped == null
                ? interner.of(text, start, i)
                : unescaped.append(text, copied, i).toString();
        add(line, start, word, i);
        return i;
    }

    /** A variable's braces belong to the word; without a closing one they are plain braces. */
    private static int behindVariable(String text, int dollar, int end) {
        for (int i = dollar + 2; i < end; i++) {
            char c = text.charAt(i);
            if (c == '}') {
                return i + 1;
            }
            if (isBlank(c) || c == '{' || c == '"') {
                break;
            }
        }
        return dollar + 1;
    }

    private void add(Line line, int start, String text, int behind) {
        if (words.isEmpty()) {
            rawFrom = behind;
        }
        words.add(new Word(text, line.lineAt(start), line.columnAt(start)));
    }

    private void flush(Line line, int to) {
        if (!words.isEmpty()) {
            Word first = words.get(0);
            List<Word> arguments = List.copyOf(words.subList(1, words.size()));
            tree.directive(new Directive(first, arguments, line, rawFrom, to));
            words.clear();
        }
    }
}
