package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing found wrong with a configuration. Problems are collected, never thrown: a reader reports all of them at once.
 *
 * @param message what is wrong and with which value, without a full stop
 * @param advice what to do about it; empty when the message leaves no doubt
 */
public record Problem(Severity severity, SourcePlace place, String message, String advice) {

    /** A problem for which the configuration is refused. */
    public static Problem error(SourcePlace place, String message, String advice) {
        return new Problem(Severity.ERROR, place, message, advice);
    }

    /** A problem with which the configuration still runs. */
    public static Problem warning(SourcePlace place, String message, String advice) {
        return new Problem(Severity.WARNING, place, message, advice);
    }

    /** True when the configuration is refused because of it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same, wherever the variable was used whose value it is found in. */
    Problem withoutUse() {
        return new Problem(severity, new SourcePlace(place.file(), place.line(), place.column()), message, advice);
    }

    /** Where the variables were used in whose values it is found, the nearest first; empty for most. */
    public List<SourcePlace> uses() {
        List<SourcePlace> uses = new ArrayList<>();
        for (SourcePlace use = place.usedAt(); use != null; use = use.usedAt()) {
            uses.add(use);
        }
        return uses;
    }

    /** {@code FILE:LINE:COLUMN: error: MESSAGE (ADVICE)}, on one line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(place + ": " + severity.word() + ": " + message);
        uses().forEach(use -> text.append(", used at ").append(use));
        if (!advice.isEmpty()) {
            text.append(" (").append(advice).append(')');
        }
        return text.toString();
    }
}
