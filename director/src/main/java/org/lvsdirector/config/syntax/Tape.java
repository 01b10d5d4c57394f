package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a configuration, written down in the order of reading: for each directive its words with their places, then what its braces
 * hold. A {@link Directive} is a window on it, made when somebody looks: a configuration of a hundred thousand real servers is read once,
 * and as objects its tree would be most of the memory of the whole process.
 */
final class Tape {
    // What stands at a directive's position, and behind it.
    private static final int ORIGIN = 0;
    private static final int RAW_FROM = 1;
    private static final int RAW_TO = 2;
    /** Where the next directive begins that is not inside this one; 0 without braces. */
    private static final int END = 3;

    private static final int BRACE_LINE = 4;
    private static final int BRACE_COLUMN = 5;
    private static final int WORDS = 6;
    private static final int FIRST_WORD = 7;
    // What stands for each word.
    private static final int SPELLING = 0;
    private static final int LINE = 1;
    private static final int COLUMN = 2;
    private static final int WORD_INTS = 3;

    private final Ints ints = new Ints();
    private final Spellings spellings = new Spellings();
    private final List<Origin> origins = new ArrayList<>();

    /** Where the words of some directives were read from. */
    private record Origin(
            String file, String text, @Nullable Line madeUp) {
        boolean isThatOf(Line line) {
            return madeUp == null && !line.isMadeUp() && text.equals(line.text()) && file.equals(line.file());
        }
    }

    /** The number to give a word when it is written. */
    Spellings spellings() {
        return spellings;
    }

    /**
     * Begins a directive; its words follow. One without words is the block of a brace that nobody named: it is passed over.
     *
     * @param line what the words were read from
     * @param rawFrom offset in the line behind the first word
     * @param rawTo offset in the line behind the last character that belongs to the directive
     * @param words how many will follow
     * @return its position
     */
    int begin(Line line, int rawFrom, int rawTo, int words) {
        int at = ints.size();
        ints.add(originOf(line));
        ints.add(rawFrom);
        ints.add(rawTo);
        ints.add(0);
        ints.add(0);
        ints.add(0);
        ints.add(words);
        return at;
    }

    /**
     * Adds a word to a directive that was just begun.
     *
     * @param line number of its line; its offset where the line is made up
     * @param column 0 where the line is made up
     */
    void word(int spelling, int line, int column) {
        ints.add(spelling);
        ints.add(line);
        ints.add(column);
    }

    /** The braces of a directive open; what follows is inside, until {@link #close}. */
    void open(int at, int line, int column) {
        ints.set(at + BRACE_LINE, line);
        ints.set(at + BRACE_COLUMN, column);
        close(at, ints.size());
    }

    /** What was written from a position on is outside of a directive. */
    void close(int at, int end) {
        ints.set(at + END, end);
    }

    /** Where the next directive will begin. */
    int size() {
        return ints.size();
    }

    /** The directives outside all blocks. */
    List<Directive> roots() {
        return directives(0, ints.size());
    }

    /** What the braces of a directive hold; nothing without braces. */
    List<Directive> children(int at) {
        return directives(at + FIRST_WORD + WORD_INTS * wordCount(at), ints.get(at + END));
    }

    private List<Directive> directives(int from, int end) {
        List<Directive> found = new ArrayList<>();
        for (int at = from; at < end; at = behind(at)) {
            if (wordCount(at) > 0) {
                found.add(new Directive(this, at));
            }
        }
        return found;
    }

    private int behind(int at) {
        return hasBlock(at) ? ints.get(at + END) : at + FIRST_WORD + WORD_INTS * wordCount(at);
    }

    boolean hasBlock(int at) {
        return ints.get(at + END) > 0;
    }

    /** Where the opening brace of a directive with braces stands. */
    SourcePlace brace(int at) {
        return new SourcePlace(file(at), ints.get(at + BRACE_LINE), ints.get(at + BRACE_COLUMN));
    }

    int wordCount(int at) {
        return ints.get(at + WORDS);
    }

    /** The spelling of one of a directive's words. */
    String text(int at, int word) {
        return spellings.word(ofWord(at, word, SPELLING));
    }

    /** Where one of a directive's words stands. */
    SourcePlace place(int at, int word) {
        Origin origin = origins.get(ints.get(at + ORIGIN));
        int line = ofWord(at, word, LINE);
        return origin.madeUp() == null
                ? new SourcePlace(origin.file(), line, ofWord(at, word, COLUMN))
                : origin.madeUp().placeAt(line);
    }

    private int ofWord(int at, int word, int what) {
        return ints.get(at + FIRST_WORD + WORD_INTS * word + what);
    }

    String file(int at) {
        return origins.get(ints.get(at + ORIGIN)).file();
    }

    /** A directive as it was written, without its first word. */
    String raw(int at) {
        return origins.get(ints.get(at + ORIGIN)).text().substring(ints.get(at + RAW_FROM), ints.get(at + RAW_TO));
    }

    private int originOf(Line line) {
        int last = origins.size() - 1;
        // Almost always the same two objects as before: all lines of a file are windows on one text.
        if (last >= 0 && origins.get(last).isThatOf(line)) {
            return last;
        }
        origins.add(new Origin(line.file(), line.text(), line.isMadeUp() ? line : null));
        return last + 1;
    }
}
