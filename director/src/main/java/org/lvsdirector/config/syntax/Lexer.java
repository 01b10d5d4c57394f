package org.lvsdirector.config.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a logical line into words and braces and hands them to the {@link TreeBuilder}.
 *
 * <p>Words end at white space. Double quotes make one word of what they enclose, and a word of its own even when glued to others. Braces
 * stand for themselves outside quotes, except in <code>${NAME}</code>. A backslash takes the meaning from a comment mark.
 */
final class Lexer {
    private static final int WORD_INTS = 3;

    private final Tape tape;
    private final TreeBuilder tree;
    private final Problems problems;
    /** Spelling, line and column of each word of the directive that is being read. */
    private int[] words = new int[8 * WORD_INTS];

    private int used;
    private int rawFrom;

    Lexer(Tape tape, TreeBuilder tree, Problems problems) {
        this.tape = tape;
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
                brace(c, line, i);
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
        return c <= ' ' && (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B' || c == '\n');
    }

    private void brace(char c, Line line, int offset) {
        if (c == '{') {
            tree.open(line, offset);
        } else {
            tree.close(line, offset);
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
        add(line, start, tape.spellings().of(text, start + 1, close), next);
        return next;
    }

    /** Most words hold nothing that means anything but themselves: those are looked at once, and their spelling with them. */
    private int plain(Line line, int start, int end) {
        String text = line.text();
        int hash = Spellings.NO_LETTERS;
        int i = start;
        while (i < end && Letters.isOrdinary(text.charAt(i))) {
            hash = Spellings.withLetter(hash, text.charAt(i));
            i++;
        }
        if (i < end && Letters.isPeculiar(text.charAt(i))) {
            return peculiar(line, start, i, end);
        }
        add(line, start, tape.spellings().of(text, start, i, hash), i);
        return i;
    }

    /** A word with a backslash or a dollar sign at an offset. */
    private int peculiar(Line line, int start, int from, int end) {
        String text = line.text();
        @Nullable StringBuilder unescaped = null;
        int i = from;
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
            } else if (Letters.endsWord(c)) {
                break;
            } else {
                i++;
            }
        }
        if (unescaped == null) {
            add(line, start, tape.spellings().of(text, start, i), i);
        } else {
            String word = unescaped.append(text, copied, i).toString();
            add(line, start, tape.spellings().of(word, 0, word.length()), i);
        }
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

    private void add(Line line, int start, int spelling, int behind) {
        if (used == 0) {
            rawFrom = behind;
        }
        if (used == words.length) {
            words = Arrays.copyOf(words, 2 * used);
        }
        words[used++] = spelling;
        words[used++] = line.isMadeUp() ? start : line.lineAt(start);
        words[used++] = line.isMadeUp() ? 0 : line.columnAt(start);
    }

    private void flush(Line line, int to) {
        if (used > 0) {
            int at = tape.begin(line, rawFrom, to, used / WORD_INTS);
            for (int word = 0; word < used; word += WORD_INTS) {
                tape.word(words[word], words[word + 1], words[word + 2]);
            }
            used = 0;
            tree.directive(at);
        }
    }
}
