package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "007, 7",
        "-5, -5",
        "4294967295, 4294967295",
        "999999999999999999, 999999999999999999",
        "1000000000000000000, 9223372036854775807",
        "00000000000000000000000001, 1",
    })
    void wholeNumbers(String text, long expected) {
        assertEquals(OptionalLong.of(expected), Values.whole(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "x", "0x10", "1.5", "+1", " 1", "1 ", "１"})
    void noWholeNumbers(String text) {
        assertEquals(OptionalLong.empty(), Values.whole(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "1.5, 1500000",
        ".5, 500000",
        "0.000001, 1",
        "0.0000005, 1",
        "0.0000004, 0",
        "2.71828, 2718280",
        "-1.5, -1500000",
        "1.9999999, 2000000",
    })
    void times(String text, long micros) {
        assertEquals(OptionalLong.of(micros), Values.micros(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", "1.x", "x", "1,5", "1e3", "1.5.5", "-"})
    void noTimes(String text) {
        assertEquals(OptionalLong.empty(), Values.micros(text));
    }

    @Test
    void hugeTimesStayPositive() {
        long micros = Values.micros("999999999999999999999").orElseThrow();
        assertEquals(Long.MAX_VALUE / 10, micros);
    }

    @Test
    void switches() {
        assertEquals(true, Values.bool("on"));
        assertEquals(true, Values.bool("yes"));
        assertEquals(false, Values.bool("no"));
        assertNull(Values.bool("ON"), "exactly lower case");
        assertNull(Values.bool("1"));
    }
}
