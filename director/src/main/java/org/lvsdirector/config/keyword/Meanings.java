package org.lvsdirector.config.keyword;

import java.util.Set;

/** What the words mean, for people, read from the resource {@code meanings.tsv}; the parser does not need it. */
public final class Meanings {
    private static final int COLUMNS = 3;

    private final ByPlace<String> byPlace = new ByPlace<>();

    private Meanings() {}

    /** The meanings that are part of this release. */
    public static Meanings load() {
        Meanings meanings = new Meanings();
        for (String row : TableResource.rows("meanings.tsv")) {
            String[] cells = row.split("\t", COLUMNS);
            meanings.byPlace.put(cells[0], cells[1], cells[2]);
        }
        return meanings;
    }

    /**
     * One sentence without a full stop.
     *
     * @throws IllegalArgumentException if the table has no meaning for the word: a gap in the release
     */
    public String of(Keyword keyword) {
        String meaning = byPlace.of(keyword);
        if (meaning == null) {
            throw new IllegalArgumentException(
                    "meanings.tsv has no '" + keyword.canonical() + "' in '" + keyword.block() + "'");
        }
        return meaning;
    }

    /** The words that have a meaning, each behind its block and a blank. */
    Set<String> places() {
        return byPlace.places();
    }
}
