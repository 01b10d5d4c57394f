package org.lvsdirector.config.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/configuration.md} are the keyword table and its meanings; {@code -Dlvsdirector.rewrite=true} brings them up to date. */
class ReferencePageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final String MARK =
            "<!-- What follows is written by ReferencePageTest from keywords.tsv and meanings.tsv. -->\n";

    @Test
    void thePageIsTheTable() throws IOException {
        String page = Files.readString(PAGE);
        String prose = page.substring(0, page.indexOf(MARK) + MARK.length());
        String expected = prose + ReferencePage.of(KeywordTable.load(), Meanings.load());
        if (Boolean.getBoolean("lvsdirector.rewrite")) {
            Files.writeString(PAGE, expected);
        }
        assertEquals(expected, Files.readString(PAGE));
    }
}
