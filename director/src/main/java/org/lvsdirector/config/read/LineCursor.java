package org.lvsdirector.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.GroupReference;
import org.lvsdirector.config.syntax.Directive;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.config.syntax.Word;

/** The words of one line of a small language, such as that of routes, read from left to right. */
final class LineCursor {
    private static final int HEXADECIMAL = 16;

    private final Directive line;
    private final List<Word> words = new ArrayList<>();
    private final Problems problems;
    private int next;
    private boolean faulty;

    LineCursor(Directive line, Problems problems) {
        this.line = line;
        this.problems = problems;
        words.add(new Word(line.word(), line.place()));
        words.addAll(line.arguments());
    }

    SourcePlace place() {
        return line.place();
    }

    /** The first word, where what concerns the whole line is reported. */
    Word first() {
        return words.get(0);
    }

    boolean hasNext() {
        return next < words.size();
    }

    /** Takes the next word; only where there is one. */
    Word next() {
        return words.get(next++);
    }

    /** The text of the next word, which stays; empty where there is none. */
    String peek() {
        return hasNext() ? words.get(next).text() : "";
    }

    /** Takes the next word if it is this one. */
    boolean take(String text) {
        boolean same = hasNext() && peek().equals(text);
        if (same) {
            next++;
        }
        return same;
    }

    /** Whether something was reported, so that the line does not count. */
    boolean isFaulty() {
        return faulty;
    }

    void error(Word at, String message, String advice) {
        faulty = true;
        problems.error(line.placeOf(at), message, advice);
    }

    void warning(Word at, String message, String advice) {
        problems.warning(line.placeOf(at), message, advice);
    }

    /** The value of a word, or null after a report. */
    @Nullable
    Word value(Word of) {
        if (hasNext()) {
            return next();
        }
        error(of, "'" + of.text() + "' needs a value", "");
        return null;
    }

    /** The text of a word's value, or null after a report. */
    @Nullable
    String text(Word of) {
        Word value = value(of);
        return value == null ? null : value.text();
    }

    /** The number behind a word, decimal or hexadecimal (0x...), or the least one after a report. */
    long number(Word of, long least, long greatest) {
        Word value = value(of);
        if (value == null) {
            return least;
        }
        OptionalLong number = whole(value.text());
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > greatest) {
            outside(of, value, least, greatest);
            return least;
        }
        return number.getAsLong();
    }

    void outside(Word of, Word value, long least, long greatest) {
        error(value, of.text() + " '" + value.text() + "' is no number from " + least + " to " + greatest, "");
    }

    /** The group of instances that depend on the entry, or null after a report. */
    @Nullable
    GroupReference trackGroup(Word word) {
        Word value = value(word);
        return value == null ? null : new GroupReference(value.text(), line.placeOf(value));
    }

    /** A number as these languages write it: decimal, or hexadecimal behind 0x. */
    static OptionalLong whole(String text) {
        if (!text.startsWith("0x") && !text.startsWith("0X")) {
            return Values.whole(text);
        }
        try {
            return OptionalLong.of(Long.parseLong(text.substring(2), HEXADECIMAL));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }
}
