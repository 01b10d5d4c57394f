package org.lvsdirector.config.keyword;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a table says of words, each in its block; an alias has what its word has, unless the table has a row of its own for it. */
final class ByPlace<T> {
    private final Map<String, T> byPlace = new HashMap<>();

    /** Returns what was said of that word before, or null. */
    @Nullable
    T put(String block, String word, T said) {
        return byPlace.put(place(block, word), said);
    }

    @Nullable
    T of(Keyword keyword) {
        T own = byPlace.get(place(keyword.block(), keyword.word()));
        return own != null ? own : byPlace.get(place(keyword.block(), keyword.canonical()));
    }

    /** The words that something is said of, each behind its block and a blank. */
    Set<String> places() {
        return Collections.unmodifiableSet(byPlace.keySet());
    }

    private static String place(String block, String word) {
        return block + ' ' + word;
    }
}
