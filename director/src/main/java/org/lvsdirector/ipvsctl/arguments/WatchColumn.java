package org.lvsdirector.ipvsctl.arguments;

import org.jspecify.annotations.Nullable;

/** What the lines of {@code watch} are sorted by: names upwards, numbers downwards. */
public enum WatchColumn {
    NAME("name"),
    CONNECTIONS("cps"),
    IN_PACKETS("inpps"),
    OUT_PACKETS("outpps"),
    IN_BYTES("inbps"),
    OUT_BYTES("outbps"),
    ACTIVE("active"),
    INACTIVE("inactive");

    private final String word;

    WatchColumn(String word) {
        this.word = word;
    }

    static @Nullable WatchColumn of(String word) {
        for (WatchColumn column : values()) {
            if (column.word.equals(word)) {
                return column;
            }
        }
        return null;
    }

    static String words() {
        StringBuilder words = new StringBuilder();
        for (WatchColumn column : values()) {
            words.append(words.length() == 0 ? "" : ", ").append(column.word);
        }
        return words.toString();
    }
}
