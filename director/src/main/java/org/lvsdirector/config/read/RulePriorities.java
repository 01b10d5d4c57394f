package org.lvsdirector.config.read;

/** The preferences of rules that have none of their own: 16384 and downward in the order of the configuration, as keepalived gives them. */
final class RulePriorities {
    private static final long HIGHEST = 16_384;

    private long next = HIGHEST;

    long next(LineCursor line) {
        line.warning(
                line.first(),
                "the rule has no preference, so it gets " + next,
                "write 'preference N': rules are tried in rising order");
        return next--;
    }
}
