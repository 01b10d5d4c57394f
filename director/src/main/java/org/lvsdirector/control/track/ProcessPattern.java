package org.lvsdirector.control.track;

import java.util.List;

/**
 * Which processes are meant.
 *
 * @param program name as in {@code /proc/PID/comm}, or the first word of the command line with {@link #wholeCommand}
 * @param parameters the words behind it, compared as {@link #match} says
 * @param wholeCommand whether {@link #program} is compared with the command line, not with the name that the kernel keeps
 */
public record ProcessPattern(String program, List<String> parameters, Match match, boolean wholeCommand) {
    /** The kernel keeps no more of a name. */
    private static final int COMM_LENGTH = 15;

    /** How parameters are compared. */
    public enum Match {
        /** Not at all. */
        ANY,
        /** All of them, no more and no fewer. */
        EXACT,
        /** The first ones; there may be more. */
        PARTIAL,
        /** As many, the last of which may be longer. */
        INITIAL
    }

    public ProcessPattern {
        parameters = List.copyOf(parameters);
    }

    /** Whether more than the kernel's name must be known of a process. */
    boolean needsCommandLine() {
        return wholeCommand || match != Match.ANY;
    }

    /**
     * Whether a process is one of those that are meant.
     *
     * @param comm the kernel's name of it
     * @param words its command line; may be empty where {@link #needsCommandLine} is false
     */
    boolean matches(String comm, List<String> words) {
        if (!needsCommandLine()) {
            return comm.equals(shortened());
        }
        if (words.isEmpty()) {
            return false;
        }
        boolean named = wholeCommand ? words.get(0).equals(program) : comm.equals(shortened());
        return named && parametersMatch(words.subList(1, words.size()));
    }

    private String shortened() {
        return program.length() > COMM_LENGTH ? program.substring(0, COMM_LENGTH) : program;
    }

    private boolean parametersMatch(List<String> actual) {
        int count = parameters.size();
        return switch (match) {
            case ANY -> true;
            case EXACT -> actual.equals(parameters);
            case PARTIAL -> actual.size() >= count && actual.subList(0, count).equals(parameters);
            case INITIAL ->
                actual.size() == count
                        && (count == 0
                                || (actual.subList(0, count - 1).equals(parameters.subList(0, count - 1))
                                        && actual.get(count - 1).startsWith(parameters.get(count - 1))));
        };
    }
}
