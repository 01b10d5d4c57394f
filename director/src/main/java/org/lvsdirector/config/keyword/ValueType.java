package org.lvsdirector.config.keyword;

import java.util.Locale;

/** What may stand behind a keyword; the names in lower case are the table's. */
public enum ValueType {
    /** Nothing: the word alone says it. */
    FLAG,
    /** {@code on}, {@code true}, {@code yes}, {@code off}, {@code false} or {@code no}; the word alone means on. */
    BOOL,
    /** A whole decimal number. */
    INT,
    /** A whole decimal number of seconds. */
    SECONDS,
    /** A decimal number of seconds, in microseconds at the finest. */
    TIMER,
    /** Words whose meaning the keyword alone knows. */
    TEXT,
    /** One of a few words. */
    CHOICE,
    /** An IPv4 or IPv6 address in digits. */
    ADDRESS,
    /** A user and perhaps a group. */
    USER,
    /** A command line in quotes, then perhaps user and group. */
    SCRIPT,
    /** A forwarding method, with a tunnel's options. */
    METHOD,
    /** A whole number, then perhaps {@code reverse}. */
    WEIGHT,
    /** Braces around keywords; the range names their block. */
    BLOCK,
    /** Braces around free lines; the range names their kind. */
    LINES,
    /** A file to read in place of the line. */
    INCLUDE,
    /** Not a word: the block knows another block's words too. */
    ALSO;

    /** The type with a name from the table. */
    static ValueType ofName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** The name in the table and in the reference page. */
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for the types that open braces. */
    public boolean hasBlock() {
        return this == BLOCK || this == LINES;
    }
}
