package org.lvsdirector.config.syntax;

/**
 * One string for each spelling. A large configuration says the same few hundred words hundreds of thousands of times; a hit costs no
 * allocation. A fixed number of slots: a newcomer replaces what was there.
 */
final class Interner {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 32;

    private final String[] slots = new String[SLOTS];

    String of(String text, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return text.substring(from, to);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
        String known = slots[slot];
        if (known != null && known.length() == length && known.regionMatches(0, text, from, length)) {
            return known;
        }
        String fresh = text.substring(from, to);
        slots[slot] = fresh;
        return fresh;
    }
}
