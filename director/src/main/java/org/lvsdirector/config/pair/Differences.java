package org.lvsdirector.config.pair;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.config.syntax.SourcePlace;

/** The differences found so far. */
final class Differences {
    private final String secondFile;
    private final List<Problem> problems = new ArrayList<>();

    Differences(String secondFile) {
        this.secondFile = secondFile;
    }

    List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    void add(SourcePlace place, String message, String advice) {
        problems.add(Problem.warning(place, message, advice));
    }

    /** What the first file alone has. */
    void missing(SourcePlace place, String thing, String consequence) {
        add(place, secondFile + " has no " + thing, consequence);
    }

    /** A value that should be the same: {@code WHAT is MINE, but THEIRS at FILE:LINE:COLUMN}. */
    void value(SourcePlace place, SourcePlace other, String what, Object mine, Object theirs, String advice) {
        if (!mine.equals(theirs)) {
            add(place, what + " is " + mine + ", but " + theirs + " at " + other, advice);
        }
    }

    /** Things that both should have. */
    void members(
            SourcePlace place,
            SourcePlace other,
            String what,
            Collection<String> mine,
            Collection<String> theirs,
            String advice) {
        String lacking = without(theirs, mine);
        String added = without(mine, theirs);
        if (lacking != null) {
            add(place, what + ": without " + lacking + ", which " + other + " has", advice);
        }
        if (added != null) {
            add(place, what + ": " + added + ", which " + other + " does not have", advice);
        }
    }

    private static @Nullable String without(Collection<String> all, Collection<String> some) {
        String rest = all.stream().filter(one -> !some.contains(one)).collect(Collectors.joining(", "));
        return rest.isEmpty() ? null : rest;
    }
}
