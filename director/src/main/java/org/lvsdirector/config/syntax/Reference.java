package org.lvsdirector.config.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A use of a variable: {@code $NAME} up to white space, a comma, a closing parenthesis or the end of the line, or <code>${NAME}</code>
 * anywhere; some that are predefined take words behind the name.
 *
 * @param arguments what stands behind the name in the braces, stripped
 * @param end offset behind it
 */
record Reference(String name, String arguments, int end) {

    /** The reference at a dollar sign, or null if there is none. */
    static @Nullable Reference at(String text, int dollar, int to) {
        int from = dollar + 1;
        boolean braced = from < to && text.charAt(from) == '{';
        int start = braced ? from + 1 : from;
        int end = nameEnd(text, start, to);
        if (end == start) {
            return null;
        }
        String name = text.substring(start, end);
        if (!braced) {
            boolean ends = end == to || Lexer.isBlank(text.charAt(end)) || ",)".indexOf(text.charAt(end)) >= 0;
            return ends ? new Reference(name, "", end) : null;
        }
        int close = end;
        while (close < to && text.charAt(close) != '}') {
            close++;
        }
        if (close == to || (close > end && !Lexer.isBlank(text.charAt(end)))) {
            return null;
        }
        return new Reference(name, text.substring(end, close).strip(), close + 1);
    }

    /** The end of the name that begins at an offset; the offset itself where none does. */
    static int nameEnd(String text, int from, int to) {
        int i = from;
        while (i < to && isNamePart(text.charAt(i), i > from)) {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(char c, boolean digitAllowed) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || (digitAllowed && c >= '0' && c <= '9');
    }
}
