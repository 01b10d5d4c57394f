package org.lvsdirector.config.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers for words, one for each spelling. A large configuration says the same few hundred words hundreds of thousands of times; to find a
 * known one costs no allocation.
 */
final class Spellings {
    /** The hash of a word before its first letter. */
    static final int NO_LETTERS = 0;

    private static final int FIRST_SLOTS = 1 << 10;

    private final List<String> words = new ArrayList<>();
    /** One more than the number of a word, or 0; at most half of the slots are taken. A power of two of them. */
    private int[] slots = new int[FIRST_SLOTS];

    /** The hash of a word with one more letter. */
    static int withLetter(int hash, char letter) {
        return 31 * hash + letter;
    }

    /** The number of the word that a stretch of text spells. */
    int of(String text, int from, int to) {
        return of(text, from, to, hash(text, from, to));
    }

    /** The same where the hash of its letters is known. */
    int of(String text, int from, int to, int hash) {
        int slot = slotOf(text, from, to, hash);
        if (slots[slot] == 0) {
            words.add(text.substring(from, to));
            slots[slot] = words.size();
            if (2 * words.size() > slots.length) {
                grow();
                return words.size() - 1;
            }
        }
        return slots[slot] - 1;
    }

    /** The word with a number. */
    String word(int number) {
        return words.get(number);
    }

    private static int hash(String text, int from, int to) {
        int hash = NO_LETTERS;
        for (int i = from; i < to; i++) {
            hash = withLetter(hash, text.charAt(i));
        }
        return hash;
    }

    /** The slot that holds a word, or the free one where it would be. */
    private int slotOf(String text, int from, int to, int hash) {
        int slot = (hash ^ (hash >>> 16)) & (slots.length - 1);
        while (slots[slot] != 0 && !spells(words.get(slots[slot] - 1), text, from, to)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private static boolean spells(String word, String text, int from, int to) {
        return word.length() == to - from && word.regionMatches(0, text, from, to - from);
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < words.size(); number++) {
            String word = words.get(number);
            slots[slotOf(word, 0, word.length(), hash(word, 0, word.length()))] = number + 1;
        }
    }
}
