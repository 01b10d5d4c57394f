package org.lvsdirector.check;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lvsdirector.check.BodyPattern.Option;

/** Says in the JDK's regular expressions what PCRE2's say otherwise: classes such as {@code [[:digit:]]}, and options that it has alone. */
final class RegexDialect {
    private static final Pattern REPETITION = Pattern.compile("[*+?]|\\{[0-9]+(,[0-9]*)?\\}");
    private static final Pattern NAMED_CLASS = Pattern.compile("\\[:(\\^?)([a-z]+):\\]");
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("alnum", "Alnum"),
            Map.entry("alpha", "Alpha"),
            Map.entry("ascii", "ASCII"),
            Map.entry("blank", "Blank"),
            Map.entry("cntrl", "Cntrl"),
            Map.entry("digit", "Digit"),
            Map.entry("graph", "Graph"),
            Map.entry("lower", "Lower"),
            Map.entry("print", "Print"),
            Map.entry("punct", "Punct"),
            Map.entry("space", "Space"),
            Map.entry("upper", "Upper"),
            Map.entry("xdigit", "XDigit"));

    private final String regex;
    private final Set<Option> options;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private RegexDialect(String regex, Set<Option> options) {
        this.regex = regex;
        this.options = options;
    }

    static String translate(String regex, Set<Option> options) {
        return new RegexDialect(regex, options).translate();
    }

    private String translate() {
        while (at < regex.length()) {
            switch (regex.charAt(at)) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> copy(regex.startsWith("(?", at) ? 2 : 1);
                case '$' -> end();
                default -> repetition();
            }
        }
        return out.toString();
    }

    private void copy(int count) {
        int until = Math.min(regex.length(), at + count);
        out.append(regex, at, until);
        at = until;
    }

    private void escape() {
        if (regex.startsWith("\\Q", at)) {
            int close = regex.indexOf("\\E", at);
            copy(close < 0 ? regex.length() : close + 2 - at);
        } else {
            copy(2);
        }
    }

    /** Without this a {@code $} stands before a line feed at the end too. */
    private void end() {
        if (options.contains(Option.DOLLAR_ENDONLY) && !options.contains(Option.MULTILINE)) {
            out.append("\\z");
            at++;
        } else {
            copy(1);
        }
    }

    private void repetition() {
        Matcher found = REPETITION.matcher(regex).region(at, regex.length());
        if (!found.lookingAt()) {
            copy(1);
            return;
        }
        copy(found.end() - found.start());
        if (regex.startsWith("+", at)) {
            copy(1);
        } else if (regex.startsWith("?", at)) {
            at++;
            out.append(options.contains(Option.UNGREEDY) ? "" : "?");
        } else if (options.contains(Option.UNGREEDY)) {
            out.append('?');
        }
    }

    private void characterClass() {
        if (options.contains(Option.ALLOW_EMPTY_CLASS) && emptyClass()) {
            return;
        }
        copy(regex.startsWith("[^", at) ? 2 : 1);
        if (regex.startsWith("]", at)) {
            out.append("\\]");
            at++;
        }
        while (at < regex.length() && regex.charAt(at) != ']') {
            Matcher named = NAMED_CLASS.matcher(regex).region(at, regex.length());
            if (named.lookingAt() && CLASSES.containsKey(named.group(2))) {
                out.append(named.group(1).isEmpty() ? "\\p{" : "\\P{")
                        .append(CLASSES.get(named.group(2)))
                        .append('}');
                at = named.end();
            } else if (regex.charAt(at) == '\\') {
                escape();
            } else {
                out.append(meansMoreToTheJdk(regex.charAt(at)) ? "\\" : "");
                copy(1);
            }
        }
        copy(1);
    }

    /** What begins a class in the class, cuts classes, or is passed over as in the rest of an extended expression; to PCRE2 it is itself. */
    private boolean meansMoreToTheJdk(char inClass) {
        boolean passedOver = Character.isWhitespace(inClass) || inClass == '#';
        return inClass == '[' || inClass == '&' || (passedOver && options.contains(Option.EXTENDED));
    }

    private boolean emptyClass() {
        if (regex.startsWith("[]", at)) {
            out.append("(?!)");
            at += 2;
            return true;
        }
        if (regex.startsWith("[^]", at)) {
            out.append("[\\s\\S]");
            at += 3;
            return true;
        }
        return false;
    }
}
