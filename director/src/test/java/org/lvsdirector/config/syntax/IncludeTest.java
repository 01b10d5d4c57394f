package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code include} and its kin. */
class IncludeTest {

    private static InMemorySources main(String text) {
        return new InMemorySources().with(Trees.FILE, text);
    }

    @Test
    void anIncludedFileStandsInPlaceOfTheLine() {
        Trees.Outcome outcome =
                Trees.read(main("a {\n include part.conf # why\n c\n}\n").with("/etc/part.conf", "\nb 1\n"));
        assertEquals("a{b(1);c}", outcome.shape());
        Directive included = outcome.tree().get(0).children().get(0);
        assertEquals(new SourcePlace("/etc/part.conf", 2, 1), included.place());
    }

    @Test
    void aRelativePatternStartsInTheFolderOfItsOwnFile() {
        Trees.Outcome outcome = Trees.read(main("include sub/x.conf\ninclude y.conf\n")
                .with("/etc/sub/x.conf", "x\ninclude y.conf\n")
                .with("/etc/sub/y.conf", "sub-y\n")
                .with("/etc/y.conf", "y\n"));
        assertEquals("x;sub-y;y", outcome.shape());
    }

    @Test
    void wildcardsAndBracesComeInOrderOfNames() {
        Trees.Outcome outcome = Trees.read(main("include conf.d/*.conf\ninclude {b,a}.inc\n")
                .with("/etc/conf.d/20.conf", "twenty\n")
                .with("/etc/conf.d/10.conf", "ten\n")
                .with("/etc/conf.d/.hidden.conf", "hidden\n")
                .with("/etc/conf.d/readme", "readme\n")
                .with("/etc/a.inc", "a\n")
                .with("/etc/b.inc", "b\n"));
        assertEquals("ten;twenty;b;a", outcome.shape());
        assertEquals(List.of(), outcome.messages());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            include  none-*      |
            includer none-*      |
            includew none-*      | 1:10 no file matches 'none-*' in /etc
            includea none-*      | 1:10 no file matches 'none-*' in /etc
            include  {x,none}    |
            includeb {x,none}    | 1:10 no file matches 'none' in /etc
            includea {x,none}    | 1:10 no file matches 'none' in /etc
            include  none        | 1:10 /etc/none does not exist
            includem none        | 1:10 /etc/none does not exist
            include              | 1:8 'include' names no file
            include  folder      | 1:10 /etc/folder cannot be read: is a directory
            """)
    void absentFiles(String line, String message) {
        Trees.Outcome outcome =
                Trees.read(main(line + "\n").with("/etc/x", "x\n").with("/etc/folder/file", ""));
        assertEquals(message == null ? List.of() : List.of(message), outcome.messages());
    }

    @Test
    void onlyIncludeWordsInclude() {
        assertEquals("includex(y);included", Trees.shape("includex y\nincluded\n"));
    }

    @Test
    void aFileThatIncludesItselfIsReportedOnce() {
        Trees.Outcome outcome =
                Trees.read(main("a\ninclude b.conf\n").with("/etc/b.conf", "b\n\ninclude ./director.conf\n"));
        assertEquals("a;b", outcome.shape());
        assertEquals(1, outcome.problems().size());
        Problem problem = outcome.problems().get(0);
        assertEquals("/etc/b.conf:3:9", problem.place().toString());
        assertTrue(problem.message().contains("includes itself"), problem.message());
    }

    @Test
    void doublingIncludesEnd() {
        InMemorySources sources = main("include 0.conf\n");
        for (int i = 0; i < 40; i++) {
            sources.with("/etc/" + i + ".conf", ("include " + (i + 1) + ".conf\n").repeat(2));
        }
        sources.with("/etc/40.conf", "x\n");
        List<String> messages = Trees.read(sources).messages();
        assertTrue(
                messages.stream().anyMatch(message -> message.contains("more than 10000 files")), messages.toString());
    }

    @Test
    void executableFilesAreSkippedByWildcardsAndReadByName() {
        InMemorySources sources = main("include *.inc\ninclude run.inc\n")
                .with("/etc/run.inc", "run\n")
                .executable("/etc/run.inc");
        Trees.Outcome outcome = Trees.read(sources);
        assertEquals("run", outcome.shape());
        assertEquals(List.of("1:9 /etc/run.inc matches but is executable, so it is skipped"), outcome.messages());
    }

    @Test
    void binaryFilesAreNoText() {
        Trees.Outcome outcome = Trees.read(main("include x\n").with("/etc/x", new byte[] {'a', 0, 'b'}));
        assertEquals(
                "/etc/x:1:1: error: this is no text: it holds bytes that are zero (check the file's name)",
                outcome.problems().get(0).toString());
    }

    @Test
    void textThatIsNotUtf8IsTakenByteByByte() {
        byte[] latin = "a é # ü\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                "a(é)", Trees.read(main("include x\n").with("/etc/x", latin)).shape());
    }

    @Test
    void anAbsentMainFileHasNoTree() {
        Trees.Outcome outcome = Trees.read(new InMemorySources());
        assertEquals(List.of("1:1 /etc/director.conf does not exist"), outcome.messages());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            include_check                                          | include none-*   | 2:9 no file matches 'none-*' in /etc
            include_check                                          | include {x,none} | 2:9 no file matches 'none' in /etc
            include_check wildcard_match                           | include none-*   | 2:9 no file matches 'none-*' in /etc
            include_check wildcard_match                           | include {x,none} |
            include_check brace_match                              | include {x,none} | 2:9 no file matches 'none' in /etc
            include_check readable match                           | include none-*   |
            'include_check # all\ninclude_check -wildcard_match'  | include none-*   |
            'include_check # all\ninclude_check -brace_match'     | include none-*   | 3:9 no file matches 'none-*' in /etc
            include_check +wildcard_match                          | include none-*   | 2:9 no file matches 'none-*' in /etc
            include_check every                                    | include x        | 1:15 'include_check' does not know 'every'
            """)
    void whatIsAskedOfAllIncludes(String check, String line, String message) {
        Trees.Outcome outcome =
                Trees.read(main(check.replace("\\n", "\n") + "\n" + line + "\n").with("/etc/x", "x\n"));
        assertEquals(message == null ? List.of() : List.of(message), outcome.messages());
    }

    @Test
    void aFileAsksForItselfAndForThoseThatItIncludes() {
        Trees.Outcome outcome = Trees.read(main("include strict\ninclude none-*\n")
                .with("/etc/strict", "include_check\ninclude nested\n")
                .with("/etc/nested", "include none-*\n"));
        assertEquals(1, outcome.messages().size(), outcome.messages().toString());
        assertTrue(outcome.messages().get(0).contains("no file matches 'none-*'"));
    }
}
