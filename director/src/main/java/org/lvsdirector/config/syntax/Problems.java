package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the problems of one configuration. Its memory is bounded: of a file that is no configuration at all, nobody wants to read every
 * line's complaint. Warnings take no place from errors, and however many there are, the configuration is read to its end: it will run.
 */
public final class Problems {
    private static final int LIMIT = 1_000;
    private static final int LONGEST_TEXT = 400;

    private final List<Problem> found = new ArrayList<>();
    private int errors;
    private int warnings;
    /** What was found in the values of variables, wherever they were used. */
    private final Set<Problem> seen = new HashSet<>();

    private final Map<String, Integer> fileOrder = new HashMap<>();
    private int dropped;

    /** Tells the order of files for {@link #inOrder()}: files rank as they are first opened. */
    void opened(String file) {
        fileOrder.putIfAbsent(file, fileOrder.size());
    }

    /** Adds a problem for which the configuration is refused. */
    public void error(SourcePlace place, String message, String advice) {
        add(Problem.error(place, clip(message), clip(advice)));
    }

    /** Adds a problem with which the configuration still runs. */
    public void warning(SourcePlace place, String message, String advice) {
        add(Problem.warning(place, clip(message), clip(advice)));
    }

    /** A word may be a megabyte long; what is said of it should not. */
    private static String clip(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }

    private void add(Problem problem) {
        if ((problem.isError() ? errors : warnings) >= LIMIT) {
            dropped++;
            return;
        }
        if (problem.place().usedAt() != null && !seen.add(problem.withoutUse())) {
            return; // the same line of a value, used once more
        }
        found.add(problem);
        if (problem.isError()) {
            errors++;
        } else {
            warnings++;
        }
    }

    /** True when any problem is an error. */
    public boolean hasErrors() {
        return errors > 0;
    }

    /** True when so many errors were found that it is of no use to read on: further ones are not kept, and the file will not run. */
    public boolean isFull() {
        return errors >= LIMIT;
    }

    /** All problems by file, line and column; a last one tells how many more there were. */
    public List<Problem> inOrder() {
        List<Problem> ordered = new ArrayList<>(found);
        ordered.sort(Comparator.comparingInt((Problem problem) -> rank(problem.place()))
                .thenComparingInt(problem -> problem.place().line())
                .thenComparingInt(problem -> problem.place().column()));
        if (dropped > 0) {
            SourcePlace place = ordered.get(ordered.size() - 1).place();
            Severity severity = hasErrors() ? Severity.ERROR : Severity.WARNING;
            ordered.add(new Problem(severity, place, dropped + " more problems are not shown", ""));
        }
        return List.copyOf(ordered);
    }

    private int rank(SourcePlace place) {
        return fileOrder.getOrDefault(place.file(), Integer.MAX_VALUE);
    }
}
