package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of the configuration, or the part of one between braces: a word, its arguments and, where braces follow, a block. */
public final class Directive {
    private final Word word;
    private final List<Word> arguments;
    private final String file;
    private final String text;
    private final int rawFrom;
    private final int rawTo;
    private @Nullable SourcePlace opening;
    private @Nullable List<Directive> children;

    /**
     * @param line what the words were read from
     * @param rawFrom offset in the line behind the first word
     * @param rawTo offset in the line behind the last character that belongs to the directive
     */
    Directive(Word word, List<Word> arguments, Line line, int rawFrom, int rawTo) {
        this.word = word;
        this.arguments = arguments;
        this.file = line.file();
        this.text = line.text();
        this.rawFrom = rawFrom;
        this.rawTo = rawTo;
    }

    /** The first word as written. */
    public String word() {
        return word.text();
    }

    /** Further words, quotes removed. */
    public List<Word> arguments() {
        return arguments;
    }

    /** Where the first word stands. */
    public SourcePlace place() {
        return placeOf(word);
    }

    /** Where one of its words stands. */
    public SourcePlace placeOf(Word which) {
        return new SourcePlace(file, which.line(), which.column());
    }

    /** True when braces follow. */
    public boolean hasBlock() {
        return children != null;
    }

    /** What the braces hold, in order; empty without braces. */
    public List<Directive> children() {
        return children == null ? List.of() : Collections.unmodifiableList(children);
    }

    /** The opening brace, or the first word where there is none. */
    public SourcePlace opening() {
        return opening == null ? place() : opening;
    }

    /** Everything behind the first word as it was written, for words whose arguments follow other rules of quoting. */
    public String rawArguments() {
        return text.substring(rawFrom, rawTo);
    }

    /** The words in one line, single spaced. */
    public String summary() {
        StringBuilder words = new StringBuilder(word.text());
        arguments.forEach(argument -> words.append(' ').append(argument.text()));
        return words.toString();
    }

    List<Directive> openBlock(SourcePlace brace) {
        List<Directive> opened = new ArrayList<>();
        opening = brace;
        children = opened;
        return opened;
    }

    @Override
    public String toString() {
        return hasBlock() ? summary() + " {...}" : summary();
    }
}
