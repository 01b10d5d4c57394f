package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splitting as keepalived 2.2.7 does it; the first rows were run through it. */
class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /bin/echo -0 'no de' x     | /bin/echo;-0;no de;x
            /bin/echo a#b "q r" s      | /bin/echo;a#b;q r;s
            abcd" efg h jkl "mnop      | abcd efg h jkl mnop
            "/bin/ec"ho zz             | /bin/echo;zz
            y\\ z                      | y z
            'a"b' "c'd"                | a"b;c'd
            "a\\"b"                    | a"b
            \\101\\x42\\y              | ABy
            ''                         | ``
            """)
    void splits(String text, String expected) {
        assertEquals(List.of(expected.split(";", -1)), CommandLine.split(text));
    }

    @Test
    void controlCharactersHaveNames() {
        assertEquals(List.of("\u001B\t\n\u0003"), CommandLine.split("\\E\\t\\n\\cC"));
    }

    @Test
    void nothingIsNoArgument() {
        assertEquals(List.of(), CommandLine.split("  \t "));
    }

    @Test
    void aTrailingBackslashIsItself() {
        assertEquals(List.of("a\\"), CommandLine.split("a\\"));
    }

    @Test
    void anOpenQuoteIsRefused() {
        assertEquals(
                "a quote (') is not closed",
                assertThrows(IllegalArgumentException.class, () -> CommandLine.split("it's"))
                        .getMessage());
    }
}
