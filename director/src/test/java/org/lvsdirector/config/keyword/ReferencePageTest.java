package org.lvsdirector.config.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of two pages are the tables of this room; {@code -Dlvsdirector.rewrite=true} brings them up to date. */
class ReferencePageTest {
    private static final String WORDS =
            "<!-- What follows is written by ReferencePageTest from keywords.tsv and meanings.tsv. -->\n";
    private static final String DEPARTURES =
            "<!-- What follows is written by ReferencePageTest from keywords.tsv and departures.tsv. -->\n";

    @Test
    void theReferencePageIsTheTable() throws IOException {
        holds("configuration.md", WORDS, ReferencePage.of(KeywordTable.load(), Meanings.load()));
    }

    @Test
    void theMigrationPageIsTheTable() throws IOException {
        holds("migrating-from-keepalived.md", DEPARTURES, MigrationPage.of(KeywordTable.load(), Departures.load()));
    }

    private static void holds(String name, String mark, String tables) throws IOException {
        Path file = Path.of("../docs", name);
        String page = Files.readString(file);
        String prose = page.substring(0, page.indexOf(mark) + mark.length());
        String expected = prose + tables;
        if (Boolean.getBoolean("lvsdirector.rewrite")) {
            Files.writeString(file, expected);
        }
        assertEquals(expected, Files.readString(file));
    }
}
