package org.lvsdirector.config.syntax;

/**
 * One word of a directive, without its quotes.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Word(String text, int line, int column) {
    @Override
    public String toString() {
        return text;
    }
}
