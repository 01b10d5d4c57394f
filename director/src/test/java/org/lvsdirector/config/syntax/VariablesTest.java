package org.lvsdirector.config.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code $NAME=VALUE} and its uses; what keepalived 2.2.7 makes of the same lines was looked at for each row. */
class VariablesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $A=one;a $A                      | a(one)
            $A=one;a x${A}y                  | a(xoney)
            $A=one;a $A,5 f($A)              | a(one,5,f(one))
            $A=one;$A b                      | one(b)
            $A=one;${A}x b                   | onex(b)
            $A=1;$B=${A}2;$A=3;a $B          | a(32)
            $A=;a x${A}y                     | a(xy)
            `  $A=  one two  ;a $A`          | a(one,two)
            $A=one # what;a $A               | a(one)
            $A=one;a "x ${A} # y"            | a(x one # y)
            $A=one;a b # $A                  | a(b)
            $A="x y";a $A                    | a(x y)
            $A=b {;a;$A;c;}                  | a;b{c}
            $A=$B=in;$A;a $B                 | a(in)
            $A=~SEQ(N,1,2);$A a ${N}         | a(1);a(2)
            $A=@main;$A a                    | a
            $A_1=x;a $A_1                    | a(x)
            a ${_HASH}b ${_BANG} "${_HASH}"  | a(#b,!,#)
            a ${_PWD}                        | a(/etc)
            a ${_INSTANCE}                   | a(main)
            a ${_RANDOM 7 7}                 | a(7)
            ~/script x                       | ~/script(x)
            a $x=1                           | a($x=1)
            $1x=5                            | $1x=5
            a cost$/24                       | a(cost$/24)
            """)
    void replaces(String text, String shape) {
        assertEquals(shape, Trees.shape(text.replace(';', '\n')));
    }

    @Test
    void aValueOfSeveralLinesKeepsThem() {
        assertEquals("a{b(1);c(2,x)};d(1)", Trees.shape("""
                $V=1
                $M= \\
                a { \\
                  b ${V} \\
                  # only a remark
                $N=2
                $M
                c ${N} x }
                d ${V}
                """));
    }

    @Test
    void aValueOfSeveralLinesMayStandWithinALine() {
        assertEquals("a(b);c;d(e)", Trees.shape("$M=b \\\nc \\\nd\na $M e\n"));
    }

    @Test
    void theEnvironmentIsAsked() {
        ReadingContext context = new ReadingContext("", Map.of("HOME", "/root")::get, new Random(1));
        Trees.Outcome outcome =
                Trees.read(new InMemorySources().with(Trees.FILE, "a ${_ENV HOME} ${_ENV NONE}"), context);
        assertEquals(List.of("1:16 the environment has no variable 'NONE'"), outcome.messages());
        assertTrue(outcome.shape().startsWith("a(/root,"), outcome.shape());
    }

    @Test
    void chanceStaysInItsBounds() {
        String value = Trees.read("a ${_RANDOM}").tree().get(0).argument(0);
        assertTrue(Integer.parseInt(value) <= 32_767);
        assertEquals(
                List.of("1:3 '9 1' is no range for $_RANDOM"),
                Trees.read("a ${_RANDOM 9 1}").messages());
    }

    @Test
    void anUnknownOneStaysAndIsTold() {
        Trees.Outcome outcome = Trees.read("$NAME=x\na ${NAMES} $NAM");
        assertEquals("a(${NAMES},$NAM)", outcome.shape());
        assertEquals(
                List.of(
                        "2:3 no variable is called 'NAMES', so it stays as it stands",
                        "2:12 no variable is called 'NAM', so it stays as it stands"),
                outcome.messages());
        assertEquals("did you mean 'NAME'?", outcome.problems().get(0).advice());
    }

    @Test
    void aWordOfAValueStandsInTheDefinitionAndKnowsItsUse() {
        Directive directive =
                Trees.read("$A=  two\nx\n a one ${A} three").tree().get(1);
        List<Word> words = directive.arguments();
        assertEquals(new SourcePlace(Trees.FILE, 3, 4), words.get(0).place());
        assertEquals(
                new SourcePlace(Trees.FILE, 1, 6, new SourcePlace(Trees.FILE, 3, 8)),
                words.get(1).place());
        assertEquals(new SourcePlace(Trees.FILE, 3, 13), words.get(2).place());
        assertEquals(" one two three", directive.rawArguments());
    }

    @Test
    void aValueWithinAValueNamesBothUses() {
        SourcePlace place = Trees.read("$A=two\n$B= x ${A}\na $B")
                .tree()
                .get(0)
                .arguments()
                .get(1)
                .place();
        assertEquals("/etc/director.conf:1:4", place.toString());
        assertEquals(
                List.of("/etc/director.conf:2:7", "/etc/director.conf:3:3"),
                Problem.error(place, "", "").uses().stream()
                        .map(SourcePlace::toString)
                        .toList());
    }

    @Test
    void aPredefinedOneCannotBeSet() {
        assertEquals(
                List.of("1:1 $_PWD has a meaning already"),
                Trees.read("$_PWD=/tmp").messages());
    }

    @Test
    void oneThatHoldsItselfIsRefused() {
        assertEquals(
                List.of("1:4 the value of $A leads back to itself"),
                Trees.read("$A=${A}x\na ${A}").messages());
        assertEquals(
                "values are nested more than 100 deep",
                Trees.read("$A=$A\n$A").problems().get(0).message());
    }

    @Test
    void oneThatMultipliesItselfIsRefusedBeforeItFillsTheMemory() {
        StringBuilder bomb = new StringBuilder("$A0=0123456789\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("$A%d=${A%d} ${A%d}\n".formatted(i, i - 1, i - 1));
        }
        assertEquals(
                List.of("variables make a line of more than 1 MiB"),
                Trees.read(bomb + "a ${A59}").problems().stream()
                        .map(Problem::message)
                        .toList());
    }
}
