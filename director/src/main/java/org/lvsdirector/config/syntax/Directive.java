package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the configuration, or the part of one between braces: a word, its arguments and, where braces follow, a block. */
public final class Directive {
    private final Tape tape;
    private final int at;

    /** @param at position of a directive with words */
    Directive(Tape tape, int at) {
        this.tape = tape;
        this.at = at;
    }

    /** The first word as written. */
    public String word() {
        return tape.text(at, 0);
    }

    /** How many further words there are. */
    public int argumentCount() {
        return tape.wordCount(at) - 1;
    }

    /** A further word without its quotes, counted from 0; null if there are not so many. */
    public @Nullable String argument(int index) {
        return index < argumentCount() ? tape.text(at, index + 1) : null;
    }

    /** Further words, quotes removed. */
    public List<Word> arguments() {
        List<Word> arguments = new ArrayList<>(argumentCount());
        for (int word = 1; word <= argumentCount(); word++) {
            arguments.add(new Word(tape.text(at, word), tape.place(at, word)));
        }
        return arguments;
    }

    /** Where the first word stands. */
    public SourcePlace place() {
        return placeOfWord(0);
    }

    /** Where a further word stands; the first word where there are not so many. */
    public SourcePlace placeOf(int index) {
        return placeOfWord(index < argumentCount() ? index + 1 : 0);
    }

    /** Where one of its words stands. */
    public SourcePlace placeOf(Word which) {
        return which.place();
    }

    private SourcePlace placeOfWord(int word) {
        return tape.place(at, word);
    }

    /** True when braces follow. */
    public boolean hasBlock() {
        return tape.hasBlock(at);
    }

    /** What the braces hold, in order; empty without braces. */
    public List<Directive> children() {
        return tape.children(at);
    }

    /** The opening brace, or the first word where there is none. */
    public SourcePlace opening() {
        return hasBlock() ? tape.brace(at) : place();
    }

    /** Everything behind the first word as it was written, for words whose arguments follow other rules of quoting. */
    public String rawArguments() {
        return tape.raw(at);
    }

    /** The words in one line, single spaced. */
    public String summary() {
        StringBuilder words = new StringBuilder(word());
        for (int index = 0; index < argumentCount(); index++) {
            words.append(' ').append(argument(index));
        }
        return words.toString();
    }

    @Override
    public String toString() {
        return hasBlock() ? summary() + " {...}" : summary();
    }
}
