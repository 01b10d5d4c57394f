package org.lvsdirector.ipvsctl.arguments;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which options something takes; all others are illegal with it.
 *
 * @param required must be there
 * @param allowed may be there
 * @param exclusive at most one of these may be there
 */
record Rule(Set<Option> required, Set<Option> allowed, Set<Option> exclusive) {
    static final Set<Option> NONE = EnumSet.noneOf(Option.class);
    private static final Set<Option> ALL = EnumSet.allOf(Option.class);

    /** What is required is allowed too. */
    Rule {
        Set<Option> legal = EnumSet.copyOf(allowed);
        legal.addAll(required);
        allowed = legal;
    }

    /** Holds all the options of a command to its rule. */
    void checkAll(Set<Option> given, String owner) throws UsageException {
        // Most commands of a saved table pass here, and there may be a hundred thousand of them.
        if (!exclusive.isEmpty() || !given.containsAll(required) || !allowed.containsAll(given)) {
            check(given, ALL, owner);
        }
    }

    /**
     * Holds options to the rule.
     *
     * @param owner ends each message, as in {@code 'add-service' command}
     * @param scope the options that the rule has a say in
     */
    void check(Set<Option> given, Set<Option> scope, String owner) throws UsageException {
        @Nullable Option chosen = null;
        for (Option option : scope) {
            if (!given.contains(option)) {
                if (required.contains(option)) {
                    throw UsageException.rejected(
                            "You need to supply the '" + option.title() + "' option for the " + owner);
                }
            } else if (exclusive.contains(option)) {
                if (chosen != null) {
                    throw UsageException.rejected("The option '" + option.title() + "' conflicts with the '"
                            + chosen.title() + "' option in the " + owner);
                }
                chosen = option;
            } else if (!allowed.contains(option)) {
                throw UsageException.rejected("Illegal '" + option.title() + "' option with the " + owner);
            }
        }
    }
}
