package org.lvsdirector.config.syntax;

/** One word of a directive, without its quotes, and where it stands. */
public record Word(String text, SourcePlace place) {
    @Override
    public String toString() {
        return text;
    }
}
