package org.lvsdirector.ipvsctl.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoptReaderTest {

    @ParameterizedTest
    @CsvSource({
        "-t 1:2, TCP_SERVICE 1:2",
        "-t1:2, TCP_SERVICE 1:2",
        "-t=1:2, TCP_SERVICE 1:2",
        "--tcp-service=1:2, TCP_SERVICE 1:2",
        "--tcp-service 1:2, TCP_SERVICE 1:2",
        "-At 1:2, ADD_SERVICE TCP_SERVICE 1:2",
        "-Ln --stats, LIST NUMERIC STATS",
        "-nX, NUMERIC EXACT",
        "-p -s rr, PERSISTENT SCHEDULER rr",
        "-p 7 -s rr, PERSISTENT 7 SCHEDULER rr",
        "-p7, PERSISTENT 7",
        "-p=7, PERSISTENT 7",
        "-op7, ONE_PACKET PERSISTENT 7",
        "--persistent, PERSISTENT",
        "--persistent 7, PERSISTENT 7",
        "--persistent=, PERSISTENT ",
        "-t -u, TCP_SERVICE -u",
        "-srr, SCHEDULER rr",
        "a -n b, NUMERIC | a b",
        "-n -- -X, NUMERIC | -X",
        "-n -, NUMERIC | -",
    })
    void readsWhatPoptReads(String line, String expected) throws UsageException {
        assertEquals(expected.strip(), read(line.split(" ", -1)).strip());
    }

    @ParameterizedTest
    @CsvSource({
        "-Q, -Q: unknown option",
        "-nQ, -nQ: unknown option",
        "--stat, --stat: unknown option",
        "--foo=bar, --foo=bar: unknown option",
        "-t, -t: missing argument",
        "-nt, -nt: missing argument",
        "--tcp-service, --tcp-service: missing argument",
        "--stats=, --stats=: option does not take an argument",
        "-n=1, -n=1: option does not take an argument",
    })
    void refusesWhatPoptRefuses(String line, String message) {
        UsageException refusal = assertThrows(UsageException.class, () -> read(line.split(" ", -1)));
        assertEquals(message, refusal.getMessage());
        assertEquals(255, refusal.exitCode());
    }

    @Test
    void anEmptyWordIsAPlainWord() throws UsageException {
        PoptReader reader = new PoptReader(List.of(""), false);
        assertNull(reader.next());
        assertEquals("", reader.nextPlainWord());
        assertNull(reader.nextPlainWord());
    }

    /** Names of switches and their values, then a bar and the plain words. */
    private static String read(String... words) throws UsageException {
        PoptReader reader = new PoptReader(List.of(words), false);
        List<String> found = new ArrayList<>();
        for (Switch next = reader.next(); next != null; next = reader.next()) {
            found.add(next.name());
            String value = reader.value();
            if (value != null) {
                found.add(value);
            }
        }
        String plain = reader.nextPlainWord();
        if (plain != null) {
            found.add("|");
        }
        for (; plain != null; plain = reader.nextPlainWord()) {
            found.add(plain);
        }
        return String.join(" ", found);
    }
}
