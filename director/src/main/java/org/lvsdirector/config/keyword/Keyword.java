package org.lvsdirector.config.keyword;

import java.util.List;

/**
 * A row of the keyword table: a word in a block.
 *
 * @param block where the word stands; {@code root} outside all blocks
 * @param range as in the table, for people; see {@link #bounds()}
 * @param defaultValue as in the table; empty for none, {@code = ...} for one taken from elsewhere
 * @param since the keepalived release that has it, {@link #OURS} if none has
 * @param canonical the word it stands for; itself unless it is an alias
 * @param built false: keepalived knows it, here it has no effect yet
 * @param bounds of the numeric types; {@link Bounds#NONE} for others
 * @param choices of {@link ValueType#CHOICE}; empty for others
 */
public record Keyword(
        String block,
        String word,
        ValueType type,
        String range,
        String defaultValue,
        String since,
        String canonical,
        boolean built,
        Bounds bounds,
        List<String> choices) {
    /** {@link #since()} of words that keepalived does not have. */
    public static final String OURS = "ours";

    /** {@link #since()} of rows that only say how blocks share words. */
    static final String STRUCTURE = "-";

    private static final int COLUMNS = 8;

    /** True when another word is the one to use. */
    public boolean isAlias() {
        return !canonical.equals(word);
    }

    /** True for a row of the language proper, false for one that only tells how blocks share words. */
    public boolean isWord() {
        return !since.equals(STRUCTURE);
    }

    /** A row of the table, tab separated. */
    static Keyword parse(String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("keyword table: " + cells.length + " columns in '" + row + "'");
        }
        int i = 0;
        String block = cells[i++].intern();
        String word = cells[i++].intern();
        ValueType type = ValueType.ofName(cells[i++]);
        String range = cells[i++];
        String defaultValue = cells[i++];
        String since = cells[i++];
        String alias = cells[i++];
        String state = cells[i++];
        return new Keyword(
                block,
                word,
                type,
                range,
                defaultValue,
                since,
                alias.isEmpty() ? word : alias.intern(),
                state.equals("built"),
                Bounds.of(type, range),
                type == ValueType.CHOICE ? List.of(range.split("\\|")) : List.of());
    }
}
