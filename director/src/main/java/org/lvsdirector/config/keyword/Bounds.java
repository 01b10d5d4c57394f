package org.lvsdirector.config.keyword;

import java.math.BigDecimal;

/**
 * Least and greatest value of a number, in its type's smallest unit: microseconds for {@link ValueType#TIMER}, else one.
 *
 * @param text as people write it: {@code 1 to 255}
 */
public record Bounds(long least, long greatest, String text) {
    /** Microseconds in a second. */
    public static final long MICROS = 1_000_000L;

    /** No bounds. */
    public static final Bounds NONE = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE, "");

    private static final String SEPARATOR = "..";

    /** True when a value lies within. */
    public boolean contain(long value) {
        return least <= value && value <= greatest;
    }

    static Bounds of(ValueType type, String range) {
        int separator = range.indexOf(SEPARATOR);
        if (separator < 0 || type == ValueType.CHOICE) {
            return NONE;
        }
        long unit = type == ValueType.TIMER ? MICROS : 1;
        String low = range.substring(0, separator);
        String high = range.substring(separator + SEPARATOR.length());
        return new Bounds(scaled(low, unit), scaled(high, unit), low + " to " + high);
    }

    private static long scaled(String number, long unit) {
        boolean whole = number.indexOf('.') < 0;
        return whole
                ? Math.multiplyExact(Long.parseLong(number), unit)
                : new BigDecimal(number).multiply(BigDecimal.valueOf(unit)).longValueExact();
    }
}
