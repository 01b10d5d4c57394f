package org.lvsdirector.control.track;

import java.util.OptionalInt;

/** The number that a tracked file holds, as {@code strtol} with base 0 reads it: decimal, {@code 0x} hexadecimal or octal, and 0 for what is none. */
final class TrackedNumber {
    private static final int OCTAL = 8;
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    private TrackedNumber() {}

    /** The number at the beginning of a text; empty if it is too big for 32 bits. */
    static OptionalInt parse(String text) {
        String rest = text.stripLeading();
        boolean negative = rest.startsWith("-");
        if (negative || rest.startsWith("+")) {
            rest = rest.substring(1);
        }
        int radix = DECIMAL;
        if (rest.startsWith("0")) {
            boolean hexadecimal = rest.length() > 2
                    && (rest.charAt(1) == 'x' || rest.charAt(1) == 'X')
                    && Character.digit(rest.charAt(2), HEXADECIMAL) >= 0;
            radix = hexadecimal ? HEXADECIMAL : OCTAL;
            rest = hexadecimal ? rest.substring(2) : rest;
        }
        long value = 0;
        for (int i = 0; i < rest.length(); i++) {
            char each = rest.charAt(i);
            int digit = each < 128 ? Character.digit(each, radix) : -1;
            if (digit < 0) {
                break;
            }
            value = Math.min(value * radix + digit, Long.MAX_VALUE / HEXADECIMAL / 2);
        }
        long signed = negative ? -value : value;
        return signed == (int) signed ? OptionalInt.of((int) signed) : OptionalInt.empty();
    }
}
