package org.lvsdirector.config.read;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.BodyPattern.Option;
import org.lvsdirector.config.syntax.Problems;

/** The {@code regex} words of a {@code url} block. */
final class BodyPatternReader {
    /** They tune PCRE2, or allow what is allowed here anyway: whether an expression matches does not depend on them. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "alt_verbnames",
            "auto_callout",
            "never_backslash_c",
            "never_ucp",
            "never_utf",
            "no_auto_capture",
            "no_auto_possess",
            "no_dotstar_anchor",
            "no_start_optimize",
            "use_offset_limit");

    private final Problems problems;

    BodyPatternReader(Problems problems) {
        this.problems = problems;
    }

    /** The pattern, or null where the block has none or none that can be used, which is reported. */
    @Nullable
    BodyPattern read(Block block) {
        Entry entry = block.last("regex");
        Set<Option> options = options(block);
        boolean wanted = !block.flag("regex_no_match");
        long least = block.number("regex_min_offset", 0);
        long greatest = block.number("regex_max_offset", Long.MAX_VALUE);
        if (entry == null) {
            withoutRegex(block);
            return null;
        }
        if (least > greatest) {
            problems.error(
                    block.placeOf("regex_max_offset"),
                    "regex_max_offset " + greatest + " is below regex_min_offset " + least,
                    "a match must begin between the two");
        }
        String regex = regex(entry);
        if (regex == null) {
            return null;
        }
        BodyPattern pattern = new BodyPattern(regex, options, wanted, least, greatest);
        try {
            pattern.compile();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            problems.error(
                    entry.placeOf(0),
                    "regex '" + regex + "' is no regular expression: " + message,
                    "remember that a backslash must be written twice");
            return null;
        }
        return pattern;
    }

    private void withoutRegex(Block block) {
        for (String word :
                List.of("regex_no_match", "regex_options", "regex_min_offset", "regex_max_offset", "regex_stack")) {
            if (block.has(word)) {
                problems.warning(block.placeOf(word), "'" + word + "' has no effect without regex", "add a regex");
            }
        }
    }

    /** One word, in which quotes group and a backslash protects the next character. */
    private @Nullable String regex(Entry entry) {
        List<String> words;
        try {
            words = CommandLine.split(entry.directive().rawArguments());
        } catch (IllegalArgumentException e) {
            problems.error(entry.placeOf(0), "this regex cannot be read: " + e.getMessage(), "close the quote");
            return null;
        }
        if (words.size() != 1) {
            problems.error(
                    entry.placeOf(0),
                    words.isEmpty() ? "'regex' names no expression" : "this regex is " + words.size() + " words",
                    "put the expression into quotes");
            return null;
        }
        return words.get(0);
    }

    private Set<Option> options(Block block) {
        Set<Option> options = EnumSet.noneOf(Option.class);
        for (Entry entry : block.all("regex_options")) {
            for (int i = 0; i < entry.argumentCount(); i++) {
                String word = String.valueOf(entry.argument(i));
                Option option = option(word);
                if (option != null) {
                    options.add(option);
                } else if (!WITHOUT_EFFECT.contains(word)) {
                    problems.error(
                            entry.placeOf(i),
                            "the regex option '" + word + "' is not supported",
                            "alt_bsux, alt_circumflex, dupnames and match_unset_backref have no like here");
                }
            }
        }
        return options;
    }

    private static @Nullable Option option(String word) {
        for (Option option : Option.values()) {
            if (option.name().toLowerCase(Locale.ROOT).equals(word)) {
                return option;
            }
        }
        return null;
    }
}
