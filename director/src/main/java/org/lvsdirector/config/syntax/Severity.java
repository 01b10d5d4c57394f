package org.lvsdirector.config.syntax;

import java.util.Locale;

/** How much a {@link Problem} weighs. */
public enum Severity {
    /** The configuration is refused. */
    ERROR,
    /** The configuration runs, though perhaps not as its author expects. */
    WARNING;

    /** The word in messages: {@code error} or {@code warning}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
