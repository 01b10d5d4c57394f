package org.lvsdirector.control.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers in files, as the C library reads them with base 0. */
class TrackedNumberTest {
    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "' \t\n -12\n', -12",
        "+7, 7",
        "0x1F, 31",
        "-0x10, -16",
        "010, 8",
        "089, 0",
        "0x, 0",
        "12abc, 12",
        "abc, 0",
        "'', 0",
        "-, 0",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
    })
    void numbers(String text, int value) {
        assertEquals(OptionalInt.of(value), TrackedNumber.parse(text));
    }

    @Test
    void whatDoesNotFitIsNone() {
        assertEquals(OptionalInt.empty(), TrackedNumber.parse("2147483648"));
        assertEquals(OptionalInt.empty(), TrackedNumber.parse("-2147483649"));
        assertEquals(OptionalInt.empty(), TrackedNumber.parse("9".repeat(100)));
        assertEquals(OptionalInt.empty(), TrackedNumber.parse("0x" + "f".repeat(100)));
    }
}
