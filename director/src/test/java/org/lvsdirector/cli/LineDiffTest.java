package org.lvsdirector.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDiffTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc   | abc   | ''
            abc   | axc   | @@ -2 +2 @@,-b,+x
            abc   | ac    | @@ -2 +2 @@,-b
            ac    | abc   | @@ -2 +2 @@,+b
            ''    | ab    | @@ -1 +1 @@,+a,+b
            abcd  | bcde  | @@ -1 +1 @@,-a,@@ -5 +4 @@,+e
            aXbYc | aUbVc | @@ -2 +2 @@,-X,+U,@@ -4 +4 @@,-Y,+V
            """)
    void tellsWhatWentAndCame(String older, String newer, String expected) {
        assertEquals(expected, String.join(",", LineDiff.of(lines(older), lines(newer))));
    }

    private static List<String> lines(String text) {
        return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
    }

    /** Whatever the two texts are: the one with its lines taken away and the other's added is the other. */
    @Test
    void leadsFromOneToTheOther() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<String> older = random(random);
            List<String> newer = random(random);
            assertEquals(newer, applied(older, LineDiff.of(older, newer)));
        }
    }

    @Test
    void textsThatHaveLittleInCommonAreOneDifference() {
        List<String> older = new ArrayList<>();
        List<String> newer = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            older.add("a" + i);
            newer.add("b" + i);
        }
        assertEquals(newer, applied(older, LineDiff.of(older, newer)));
    }

    private static List<String> random(Random random) {
        return random.ints(random.nextInt(12), 0, 4).mapToObj(Integer::toString).toList();
    }

    private static List<String> applied(List<String> older, List<String> diff) {
        List<String> made = new ArrayList<>();
        int at = 0;
        for (String line : diff) {
            if (line.startsWith("@@")) {
                int to = Integer.parseInt(line.substring(line.indexOf('-') + 1, line.indexOf(' ', 3))) - 1;
                made.addAll(older.subList(at, to));
                at = to;
            } else if (line.startsWith("-")) {
                assertEquals(older.get(at), line.substring(1));
                at++;
            } else {
                made.add(line.substring(1));
            }
        }
        made.addAll(older.subList(at, older.size()));
        return made;
    }
}
