package org.lvsdirector.config.keyword;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    private static final String RESOURCE = "keywords.tsv";

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
        try (InputStream stream = KeywordTable.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the distribution");
            }
            return read(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeywordTable read(BufferedReader reader) throws IOException {
        List<Keyword> rows = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.startsWith("#")) {
                rows.add(Keyword.parse(line));
            }
        }
        return new KeywordTable(rows);
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
