package org.lvsdirector.config.read;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers and switches as the language writes them: strictly decimal, exactly lower case. */
final class Values {
    private static final int MICROS_DIGITS = 6;
    private static final int MOST_DIGITS = 18;

    private Values() {}

    /** A whole number, perhaps negative; empty for anything else. Numbers beyond 18 digits become the greatest long. */
    static OptionalLong whole(String text) {
        boolean negative = text.startsWith("-");
        int from = negative ? 1 : 0;
        if (!digits(text, from, text.length())) {
            return OptionalLong.empty();
        }
        long value = parse(text, from, text.length());
        return OptionalLong.of(negative ? -value : value);
    }

    /** A decimal number in millionths, rounded; empty for anything else. */
    static OptionalLong micros(String text) {
        boolean negative = text.startsWith("-");
        int from = negative ? 1 : 0;
        int dot = text.indexOf('.');
        int wholeEnd = dot < 0 ? text.length() : dot;
        boolean hasWhole = digits(text, from, wholeEnd);
        boolean hasFraction = dot >= 0 && digits(text, dot + 1, text.length());
        boolean wellFormed = dot < 0 ? hasWhole : hasFraction && (hasWhole || from == wholeEnd);
        if (!wellFormed) {
            return OptionalLong.empty();
        }
        long seconds = from == wholeEnd ? 0 : parse(text, from, wholeEnd);
        long value = saturate(seconds) + (dot < 0 ? 0 : fraction(text, dot + 1));
        return OptionalLong.of(negative ? -value : value);
    }

    private static long saturate(long seconds) {
        return seconds > Long.MAX_VALUE / 10_000_000L ? Long.MAX_VALUE / 10 : seconds * 1_000_000L;
    }

    private static long fraction(String text, int from) {
        long micros = 0;
        for (int i = 0; i < MICROS_DIGITS; i++) {
            int digit = from + i < text.length() ? text.charAt(from + i) - '0' : 0;
            micros = micros * 10 + digit;
        }
        int next = from + MICROS_DIGITS;
        return next < text.length() && text.charAt(next) >= '5' ? micros + 1 : micros;
    }

    /** True for {@code on}, false for {@code off} and their synonyms; null for anything else. */
    static @Nullable Boolean bool(String text) {
        return switch (text) {
            case "on", "true", "yes" -> Boolean.TRUE;
            case "off", "false", "no" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    private static long parse(String text, int from, int to) {
        int start = from;
        while (start < to - 1 && text.charAt(start) == '0') {
            start++;
        }
        return to - start > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(text, start, to, 10);
    }
}
