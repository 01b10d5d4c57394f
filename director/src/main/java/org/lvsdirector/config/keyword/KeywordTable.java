package org.lvsdirector.config.keyword;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.config.syntax.Vocabulary;

/** The whole language as a table, read from the resource {@code keywords.tsv}: the parser knows no word that is not in it. */
public final class KeywordTable implements Vocabulary {
    /** Block of the words outside all blocks. */
    public static final String ROOT = "root";

    /** Block of the words that may stand on any line. */
    public static final String FILE = "file";

    private final List<Keyword> rows;
    private final Map<String, BlockWords> blocks = new LinkedHashMap<>();

    private KeywordTable(List<Keyword> rows) {
        this.rows = List.copyOf(rows);
        for (Keyword row : rows) {
            BlockWords block = blocks.computeIfAbsent(row.block(), BlockWords::new);
            if (row.type() != ValueType.ALSO) {
                block.add(row);
            }
        }
        rows.stream()
                .filter(row -> row.type() == ValueType.BLOCK)
                .forEach(row -> blocks.computeIfAbsent(row.range(), BlockWords::new));
        rows.stream().filter(row -> row.type() == ValueType.ALSO).forEach(row -> block(row.block())
                .addMissing(block(row.range()).all()));
    }

    /** The table that is part of this release. */
    public static KeywordTable load() {
        return new KeywordTable(
                TableResource.rows("keywords.tsv").stream().map(Keyword::parse).toList());
    }

    /** All rows in the table's order. */
    public List<Keyword> rows() {
        return rows;
    }

    /**
     * A block by its name.
     *
     * @throws IllegalArgumentException if the table has no such block
     */
    public BlockWords block(String name) {
        BlockWords block = blocks.get(name);
        if (block == null) {
            throw new IllegalArgumentException("the keyword table has no block '" + name + "'");
        }
        return block;
    }

    /** The blocks that know a word, in the table's order. */
    public List<String> blocksKnowing(String word) {
        return blocks.values().stream()
                .filter(block -> block.find(word) != null)
                .map(BlockWords::name)
                .toList();
    }

    /** The blocks that can be written where a row holds: its own, or those that share its words. */
    public List<String> blocksOf(Keyword row) {
        return blocks.values().stream()
                .filter(block -> row.equals(block.find(row.word())))
                .map(BlockWords::name)
                .filter(name -> !isShared(name))
                .toList();
    }

    /** True for a block that is no block of the language: others only take their words from it. */
    private boolean isShared(String block) {
        return rows.stream()
                        .anyMatch(row ->
                                row.type() == ValueType.ALSO && row.range().equals(block))
                && rows.stream()
                        .noneMatch(row ->
                                row.type() == ValueType.BLOCK && row.range().equals(block));
    }

    @Override
    public boolean isInclude(String word) {
        return block(FILE).find(word) != null;
    }

    @Override
    public boolean opensOutermost(String word) {
        Keyword keyword = block(ROOT).find(word);
        return keyword != null
                && keyword.type().hasBlock()
                && blocksKnowing(word).size() == 1;
    }
}
