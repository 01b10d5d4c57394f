package org.lvsdirector.testing;

/**
 * One line that a process wrote.
 *
 * @param nanos when it was read here, on {@link System#nanoTime()}'s clock
 */
public record Line(long nanos, String text) {
    @Override
    public String toString() {
        return text;
    }
}
