package org.lvsdirector.control.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.control.track.ProcessPattern.Match;

class ProcessPatternTest {
    /** Parameters of the pattern, how they are compared, parameters of the process. */
    @ParameterizedTest
    @CsvSource({
        "'a b', ANY, 'x', true",
        "'a b', EXACT, 'a b', true",
        "'a b', EXACT, 'a b c', false",
        "'a b', EXACT, 'a', false",
        "'a b', PARTIAL, 'a b c', true",
        "'a b', PARTIAL, 'a bc', false",
        "'a b', INITIAL, 'a bc', true",
        "'a b', INITIAL, 'a b c', false",
        "'a b', INITIAL, 'x bc', false",
    })
    void parameters(String wanted, Match match, String actual, boolean matches) {
        ProcessPattern pattern = new ProcessPattern("sleep", List.of(wanted.split(" ")), match, false);
        assertEquals(matches, pattern.matches("sleep", List.of(("/bin/sleep " + actual).split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "sleep, false, sleep, /bin/sleep, true",
        "sleep, false, sleeper, sleep, false",
        "a-very-long-program-name, false, a-very-long-pro, whatever, true",
        "/bin/sleep, true, sleep, /bin/sleep, true",
        "sleep, true, sleep, /bin/sleep, false",
    })
    void names(String program, boolean whole, String comm, String command, boolean matches) {
        ProcessPattern pattern = new ProcessPattern(program, List.of(), Match.ANY, whole);
        assertEquals(matches, pattern.matches(comm, List.of(command)));
    }

    /** {@code param_match} without parameters. */
    @ParameterizedTest
    @CsvSource({"sleep, true", "sleep 5, false"})
    void noParametersAtAll(String command, boolean matches) {
        ProcessPattern pattern = new ProcessPattern("sleep", List.of(), Match.EXACT, false);
        assertEquals(matches, pattern.matches("sleep", List.of(command.split(" "))));
    }
}
