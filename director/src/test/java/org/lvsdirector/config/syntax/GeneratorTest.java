package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that stand for many, and lines that stand for one machine. */
class GeneratorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ~SEQ(V, 1, 3) a ${V}                 | a(1);a(2);a(3)
            ~SEQ(V, 3) a ${V}                    | a(1);a(2);a(3)
            ~SEQ(V, -2) a ${V}                   | a(-1);a(-2)
            ~SEQ(V, 3, 1) a ${V}                 | a(3);a(2);a(1)
            ~SEQ(V, 1, 2, 6) a ${V}              | a(1);a(3);a(5)
            ~SEQ(V, 6, -2, 1) a ${V}             | a(6);a(4);a(2)
            ~SEQx(V, 8, 12) a ${V}               | a(8);a(9);a(a);a(b);a(c)
            ~SEQx(V, 0x9, 0xb) a ${V}            | a(9);a(a);a(b)
            ~LST(V, x, y) a ${V}                 | a(x);a(y)
            ~LST({V,W}, {a,b}, {c,d}) a ${V} $W  | a(a,b);a(c,d)
            ~SEQ(V,1,2) ~LST(W,x,y) a ${V} ${W}  | a(1,x);a(1,y);a(2,x);a(2,y)
            ~SEQ(V,1,2)                          | ''
            """)
    void writesLinesOut(String line, String shape) {
        assertEquals(shape, Trees.shape(line));
    }

    @Test
    void repeatsBlocksAndTakesItsBoundsFromVariables() {
        assertEquals("b(1){c(x1)};b(2){c(x2)};d(2)", Trees.shape("""
                $MAX=2
                $BLOCK= \\
                b ${N} { \\
                  c x${N} \\
                }
                ~SEQ(N, 1, ${MAX}) $BLOCK
                d ${N}
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ~SEQ(V, 1, 2                 | the parenthesis of this generator is not closed on its line
            ~SEQ(V) a                    | a sequence is (VARIABLE, START, STEP, END), START and STEP may be left out
            ~SEQ(V, 1, x) a              | 'x' is no whole number
            ~SEQ(1V, 1, 2) a             | '1V' is no name for a variable
            ~SEQ(V, 1, -1, 4) a          | steps of -1 never lead from 1 to 4
            ~SEQ(V, 1, 0, 4) a           | steps of 0 never lead from 1 to 4
            ~LST({V,W}, {a,b}, {c}) a    | '{c}' has not one value for each of 2 variables
            @ a                          | a condition without an id
            """)
    void refuses(String line, String message) {
        assertEquals(
                List.of("2:3 " + message), Trees.read("x\n  " + line + "\n").messages());
    }

    @Test
    void aSequenceWithoutEndEnds() {
        assertEquals(
                List.of("1:21 variables and generators make more than 32 MiB of this configuration"),
                Trees.read("~SEQ(V, 2147483647) ~SEQ(W, 2147483647) $EMPTY=").messages());
    }

    /** The id of these tests is "main". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @main a          | a
            @back a          | ''
            @^back a         | a
            @^main a         | ''
            @main @^back a   | a
            @main $V=1;a ${V} | a(1)
            @main include part | b
            @main ~SEQ(V,1,2) a ${V} | a(1);a(2)
            """)
    void conditionsKeepLines(String text, String shape) {
        Trees.Outcome outcome = Trees.read(
                new InMemorySources().with(Trees.FILE, text.replace(';', '\n')).with("/etc/part", "b"));
        assertEquals(List.of(), outcome.messages());
        assertEquals(shape, outcome.shape());
    }

    @Test
    void aFileIsIncludedFromTheFolderOfTheFileThatUsesTheVariable() {
        Trees.Outcome outcome = Trees.read(new InMemorySources()
                .with(Trees.FILE, "$DIR=sub\ninclude ${DIR}/part\na ${_PWD}")
                .with("/etc/sub/part", "include next\nb ${_PWD}")
                .with("/etc/sub/next", "c"));
        assertEquals(List.of(), outcome.messages());
        assertEquals("c;b(/etc/sub);a(/etc)", outcome.shape());
    }
}
