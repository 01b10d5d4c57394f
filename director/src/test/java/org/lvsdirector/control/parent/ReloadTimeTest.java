package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadTimeTest {
    private static final ZonedDateTime NOON = ZonedDateTime.of(2026, 11, 21, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "13:00:00,             2026-11-21T12:00:00Z",
        "12:00:00,             2026-11-22T11:00:00Z",
        "11:59:59,             2026-11-22T10:59:59Z",
        "13:00:00Z,            2026-11-21T13:00:00Z",
        "11:00:00 Z,           2026-11-22T11:00:00Z",
        "2026-11-21 12:00:01,  2026-11-21T11:00:01Z",
        "27-01-02 00:00:00Z,   2027-01-02T00:00:00Z",
        "2026-11-21T11:00:01Z, 2026-11-21T11:00:01Z",
        "2026-11-21 12:00:00,  none",
        "2026-02-30 12:00:00,  none",
        "24:00:00,             none",
        "noon,                 none",
        "'',                   none",
    })
    void is(String text, String expected) {
        assertEquals(expected, ReloadTime.of(text, NOON).map(Object::toString).orElse("none"));
    }
}
