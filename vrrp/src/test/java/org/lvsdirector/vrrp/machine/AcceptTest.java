package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 3768, 6.4.3: a master that does not own an address "MUST NOT accept packets addressed to" it; {@code accept} lifts that. */
class AcceptTest {

    @Test
    void dropsTrafficBeforeItHasTheAddressAndUntilItHasGivenItUp() {
        Bench bench =
                Bench.started(Given.priority(100).flags(true, false, false).settings());

        assertEquals(
                List.of("3.609 VI_1 advert 100", "3.609 VI_1 drop 10.0.0.100", "3.609 VI_1 add 10.0.0.100"),
                bench.until(4).subList(0, 3));
        assertEquals(
                List.of("VI_1 hush", "VI_1 remove 10.0.0.100", "VI_1 allow 10.0.0.100"),
                bench.hear("VI_1", 200, Bench.HIGHER).subList(0, 3));
    }

    @Test
    void theOwnerAcceptsAnyway() {
        Bench bench = Bench.of(Given.priority(255).flags(true, false, false).settings());

        assertEquals("VI_1 add 10.0.0.100", bench.start().get(3));
    }
}
