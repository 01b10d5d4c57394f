package org.lvsdirector.ipvsctl.arguments;

/** Reads decimal numbers as C's {@code strtol} does: white space and a sign may lead, nothing may follow. */
final class Numbers {
    /** What {@link #read} returns for a text that is no number of the range. */
    static final long INVALID = -1;

    private static final int MAX_DIGITS = 18;

    private Numbers() {}

    /** A number from {@code min}, at least 0, to {@code max}, or {@link #INVALID}. */
    static long read(String text, long min, long max) {
        int start = 0;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        boolean negative = false;
        if (start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
            negative = text.charAt(start) == '-';
            start++;
        }
        if (start == text.length()) {
            return INVALID;
        }
        long number = 0;
        int digits = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            if (number > 0 && ++digits > MAX_DIGITS) {
                return INVALID;
            }
            number = number * 10 + digit;
        }
        number = negative ? -number : number;
        return number < min || number > max ? INVALID : number;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
