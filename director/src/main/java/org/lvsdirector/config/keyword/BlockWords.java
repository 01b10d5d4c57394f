package org.lvsdirector.config.keyword;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of one block, those it shares with other blocks included. */
public final class BlockWords {
    private final String name;
    private final Map<String, Keyword> words = new LinkedHashMap<>();

    BlockWords(String name) {
        this.name = name;
    }

    void add(Keyword keyword) {
        words.put(keyword.word(), keyword);
    }

    void addMissing(Collection<Keyword> others) {
        others.forEach(keyword -> words.putIfAbsent(keyword.word(), keyword));
    }

    /** The block's name in the table. */
    public String name() {
        return name;
    }

    /** A word's row, or null if the block does not know the word. */
    public @Nullable Keyword find(String word) {
        return words.get(word);
    }

    /**
     * A word's row.
     *
     * @throws IllegalArgumentException if the block does not know the word: a slip of the program, not of a configuration
     */
    public Keyword get(String word) {
        Keyword keyword = words.get(word);
        if (keyword == null) {
            throw new IllegalArgumentException("the keyword table has no '" + word + "' in '" + name + "'");
        }
        return keyword;
    }

    /** All rows in the table's order. */
    public Collection<Keyword> all() {
        return Collections.unmodifiableCollection(words.values());
    }
}
