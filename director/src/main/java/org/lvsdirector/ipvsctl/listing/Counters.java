package org.lvsdirector.ipvsctl.listing;

/** Counters as {@code --stats} and {@code --rate} show them: nine columns, cut to thousands (K), millions (M) and so on when larger. */
final class Counters {
    private static final int WIDTH = 9;
    private static final long K_FROM = 100_000_000L;
    private static final long M_FROM = 1_000_000_000L;
    private static final long G_FROM = 100_000_000_000L;
    private static final long T_FROM = 100_000_000_000_000L;

    private final boolean exact;

    /** With {@code exact} nothing is cut: a large number is wide, after at least one blank. */
    Counters(boolean exact) {
        this.exact = exact;
    }

    /** Adds a counter, unsigned 64 bits. */
    void add(TextOutput out, long counter) {
        if (exact) {
            String digits = Long.toUnsignedString(counter);
            out.right(digits, Math.max(WIDTH, digits.length() + 1));
        } else if (below(counter, K_FROM)) {
            out.right(counter, WIDTH);
        } else if (below(counter, M_FROM)) {
            unit(out, counter, 1_000L, "K");
        } else if (below(counter, G_FROM)) {
            unit(out, counter, 1_000_000L, "M");
        } else if (below(counter, T_FROM)) {
            unit(out, counter, 1_000_000_000L, "G");
        } else {
            unit(out, counter, 1_000_000_000_000L, "T");
        }
    }

    private static boolean below(long counter, long bound) {
        return Long.compareUnsigned(counter, bound) < 0;
    }

    private static void unit(TextOutput out, long counter, long divisor, String letter) {
        out.right(Long.divideUnsigned(counter, divisor), WIDTH - 1).add(letter);
    }
}
