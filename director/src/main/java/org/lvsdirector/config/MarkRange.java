package org.lvsdirector.config;

/**
 * Firewall marks that follow each other.
 *
 * @param first unsigned 32 bits, at least 1
 * @param last not below the first
 */
public record MarkRange(long first, long last) {
    /** What {@code vip_check} uses where nobody says otherwise. */
    public static final MarkRange USUAL = new MarkRange(0x4c56_0000L, 0x4c56_ffffL);

    /** Whether a mark is among these. */
    public boolean contains(long mark) {
        return first <= mark && mark <= last;
    }

    /** How many they are. */
    public long size() {
        return last - first + 1;
    }
}
