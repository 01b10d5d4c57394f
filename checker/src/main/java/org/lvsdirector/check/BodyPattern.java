package org.lvsdirector.check;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that a body is searched for. It is the JDK's, which understands nearly all that PCRE2 does; lines end with a line
 * feed alone, as there.
 *
 * @param wanted whether a match is good; {@code regex_no_match} makes it bad
 * @param minOffset the first byte of the body where a match may begin
 * @param maxOffset the last one
 */
public record BodyPattern(String regex, Set<Option> options, boolean wanted, long minOffset, long maxOffset) {
    public BodyPattern {
        options = Set.copyOf(options);
    }

    /** keepalived's names for PCRE2's options, in capitals, as far as the JDK has the like, or they can be put otherwise. */
    public enum Option {
        CASELESS(Pattern.CASE_INSENSITIVE),
        DOTALL(Pattern.DOTALL),
        EXTENDED(Pattern.COMMENTS),
        MULTILINE(Pattern.MULTILINE),
        UCP(Pattern.UNICODE_CHARACTER_CLASS),
        /** The body is UTF-8, not bytes. */
        UTF(Pattern.UNICODE_CASE),
        /** {@code []} matches nothing, and {@code [^]} anything. */
        ALLOW_EMPTY_CLASS(0),
        /** {@code $} is the very end, not before a last line feed. */
        DOLLAR_ENDONLY(0),
        /** A match begins in the first line. */
        FIRSTLINE(0),
        /** Repetitions take as little as they can, unless a question mark says otherwise. */
        UNGREEDY(0);

        private final int flag;

        Option(int flag) {
            this.flag = flag;
        }
    }

    /**
     * The expression ready for use.
     *
     * @throws PatternSyntaxException if it is none
     */
    public Pattern compile() {
        int flags = Pattern.UNIX_LINES;
        for (Option option : options) {
            flags |= option.flag;
        }
        return Pattern.compile(RegexDialect.translate(regex, options), flags);
    }
}
