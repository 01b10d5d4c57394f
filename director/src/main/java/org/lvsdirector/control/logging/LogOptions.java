package org.lvsdirector.control.logging;

import java.util.List;

/**
 * The log options of the command line.
 *
 * @param console to standard error ({@code -l}) instead of syslog
 * @param detail debug messages too ({@code -D})
 * @param facility syslog facility number; 3 is daemon
 */
public record LogOptions(boolean console, boolean detail, int facility) {
    /** Syslog's daemon facility. */
    public static final int DAEMON = 3;

    /** The first of syslog's local facilities, local0. */
    public static final int LOCAL0 = 16;

    /** As words of a child's command line. */
    public List<String> toArguments() {
        return List.of(console ? "console" : "syslog", detail ? "detail" : "plain", Integer.toString(facility));
    }

    /** From the words that {@link #toArguments} gave. */
    public static LogOptions fromArguments(List<String> words) {
        return new LogOptions(
                words.get(0).equals("console"), words.get(1).equals("detail"), Integer.parseInt(words.get(2)));
    }
}
