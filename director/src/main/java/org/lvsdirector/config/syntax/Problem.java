package org.lvsdirector.config.syntax;

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

    /** {@code FILE:LINE:COLUMN: error: MESSAGE (ADVICE)}, on one line. */
    @Override
    public String toString() {
        String text = place + ": " + severity.word() + ": " + message;
        return advice.isEmpty() ? text : text + " (" + advice + ")";
    }
}
