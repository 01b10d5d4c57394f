package org.lvsdirector.config.syntax;

/** How much variables and generators may make of a configuration: a few lines of definitions can stand for more than any memory holds. */
final class ExpansionBudget {
    /** Four times what a generator makes of ten thousand services with ten real servers each. */
    private static final long MOST_CHARACTERS = 32L << 20;

    private static final int LONGEST_LINE = 1 << 20;

    private static final int MOST_USES = 2_000_000;

    private final Problems problems;
    private long characters;
    private int uses;
    private boolean exhausted;

    ExpansionBudget(Problems problems) {
        this.problems = problems;
    }

    /**
     * Takes one use of a variable, or one round of a generator.
     *
     * @param length how many characters it adds at least
     * @return whether it may be carried out
     */
    boolean take(Line line, int at, int length) {
        characters += length;
        uses++;
        if (!exhausted && (characters > MOST_CHARACTERS || uses > MOST_USES)) {
            exhausted = true;
            problems.error(
                    line.placeAt(at),
                    "variables and generators make more than " + (MOST_CHARACTERS >> 20) + " MiB of this configuration",
                    "look for one that multiplies another");
        }
        return !exhausted;
    }

    /** Whether a line of this length may grow further. */
    boolean allowsLine(Line line, int at, int length) {
        if (!exhausted && length > LONGEST_LINE) {
            exhausted = true;
            problems.error(
                    line.placeAt(at),
                    "variables make a line of more than " + (LONGEST_LINE >> 20) + " MiB",
                    "look for one that multiplies another");
        }
        return !exhausted;
    }

    /** Somebody has found a reason to go no further. */
    void exhaust() {
        exhausted = true;
    }

    boolean isExhausted() {
        return exhausted;
    }
}
