package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *.conf     | a.conf    | true
            *.conf     | .conf     | false
            .*         | .conf     | true
            *          | a         | true
            a*b*c      | aXbXbXc   | true
            a*b*c      | aXbXbX    | false
            ?.conf     | a.conf    | true
            ?.conf     | ab.conf   | false
            [a-c]x     | bx        | true
            [a-c]x     | dx        | false
            [!a-c]x    | dx        | true
            [^a-c]x    | bx        | false
            []]x       | ]x        | true
            [a         | [a        | true
            \\*        | *         | true
            \\*        | a         | false
            abc        | abc       | true
            abc        | ab        | false
            """)
    void matches(String pattern, String name, boolean expected) {
        assertEquals(expected, Wildcard.matches(pattern, name));
    }

    @Test
    void manyStarsAreNotExponential() {
        assertEquals(false, Wildcard.matches("*a".repeat(50) + "b", "a".repeat(5_000)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a              | a
            a{b,c}         | ab,ac
            {a,b}{c,d}     | ac,ad,bc,bd
            {foo/{,cat,dog},bar} | foo/,foo/cat,foo/dog,bar
            a{b            | a{b
            a}b            | a}b
            """)
    void bracesExpand(String pattern, String expected) {
        assertEquals(List.of(expected.split(",", -1)), Braces.expand(pattern));
    }

    @Test
    void bracesHaveALimit() {
        assertEquals(true, Braces.expand("{a,b}".repeat(40)).size() <= Braces.LIMIT);
    }
}
