package org.lvsdirector.config.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every include line is asked for, beside what its own word asks: {@code include_check}. That a file which is named is there and can be
 * read is asked in any case.
 *
 * @param wildcards something must match each pattern with wildcards
 * @param braces something must match each alternative in braces
 */
record IncludeChecks(boolean wildcards, boolean braces) {
    static final IncludeChecks NONE = new IncludeChecks(false, false);
    private static final IncludeChecks ALL = new IncludeChecks(true, true);

    /** After a line with these options: all without any; those with a sign change what was asked before. */
    IncludeChecks after(List<String> options) {
        if (options.isEmpty()) {
            return ALL;
        }
        IncludeChecks now = hasSign(options.get(0)) ? this : NONE;
        for (String option : options) {
            IncludeChecks next = now.afterOne(option);
            now = next == null ? now : next;
        }
        return now;
    }

    /** Whether there is such an option; keepalived's manual page and its sources differ in one of the names. */
    static boolean knows(String option) {
        return NONE.afterOne(option) != null;
    }

    private static boolean hasSign(String option) {
        return option.startsWith("+") || option.startsWith("-");
    }

    private @Nullable IncludeChecks afterOne(String option) {
        boolean asked = !option.startsWith("-");
        return switch (hasSign(option) ? option.substring(1) : option) {
            case "wildcard_match" -> new IncludeChecks(asked, braces);
            case "brace_match" -> new IncludeChecks(wildcards, asked);
            case "readable", "read", "match" -> this;
            default -> null;
        };
    }
}
