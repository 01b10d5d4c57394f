package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private static final Path OLD = Path.of("1.conf");
    private static final Path NEW = Path.of("2.conf");

    private final Confirmation confirmation = new Confirmation();

    @Test
    void withoutAWordTheOldOneRunsAgainOnce() {
        long trial = confirmation.begin(OLD);
        assertEquals(Optional.of(OLD), confirmation.expired(trial));
        assertEquals(Optional.empty(), confirmation.expired(trial));
        assertFalse(confirmation.confirm());
    }

    @Test
    void whatIsConfirmedStays() {
        long trial = confirmation.begin(OLD);
        assertTrue(confirmation.confirm());
        assertEquals(Optional.empty(), confirmation.expired(trial));
        assertFalse(confirmation.confirm());
    }

    @Test
    void theEndOfAnEarlierTrialIsNotTheEndOfALaterOne() {
        long first = confirmation.begin(OLD);
        long second = confirmation.begin(NEW);
        assertEquals(Optional.empty(), confirmation.expired(first));
        assertEquals(Optional.of(NEW), confirmation.expired(second));
    }
}
