package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not built yet is said so, at its place; what only looks like it passes. */
class PreprocessorStageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @main priority 100        | a condition ('@id ...') is not built yet
            @^main priority 100       | a condition ('@id ...') is not built yet
            $NAME=value               | a definition ('$NAME=...') is not built yet
            $NAME= \\                 | a definition ('$NAME=...') is not built yet
            ~SEQ(N, 1, 3) a ${N}      | a generator ('~SEQ', '~LST') is not built yet
            ~LST(N, a, b) a ${N}      | a generator ('~SEQ', '~LST') is not built yet
            """)
    void refuses(String line, String message) {
        assertEquals(
                List.of("2:3 " + message), Trees.read("a\n  " + line + "\n").messages());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $NAME x        | $NAME(x)
            ${NAME} x      | ${NAME}(x)
            ~/script x     | ~/script(x)
            a $x=1         | a($x=1)
            """)
    void passes(String line, String shape) {
        assertEquals(shape, Trees.shape(line));
    }
}
