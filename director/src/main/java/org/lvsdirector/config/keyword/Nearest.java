package org.lvsdirector.config.keyword;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds the word that someone may have meant. */
public final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The word with the fewest slips of the pen from the given one, or null if none is near: more than a third of it would be wrong. */
    public static @Nullable String to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return null;
        }
        String best = null;
        int fewest = Math.max(1, word.length() / 3) + 1;
        for (String candidate : candidates) {
            int slips = distance(word, candidate, fewest);
            if (slips < fewest) {
                fewest = slips;
                best = candidate;
            }
        }
        return best;
    }

    /** What to tell somebody who wrote a word that is none of the candidates: the one that was meant, or else something else. */
    public static String advice(String word, Collection<String> candidates, String otherwise) {
        String near = to(word, candidates);
        return near == null ? otherwise : "did you mean '" + near + "'?";
    }

    /** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other (optimal string alignment). */
    private static int distance(String from, String to, int limit) {
        if (Math.abs(from.length() - to.length()) >= limit) {
            return limit;
        }
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (same(from, i, to, j) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && same(from, i, to, j - 1) && same(from, i - 1, to, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
    }
}
