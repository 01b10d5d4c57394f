package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;

/** {@code preempt_delay}: a lower master is tolerated for a while (keepalived; no RFC has it). */
class PreemptionDelayTest {
    private final Bench bench = Bench.started(Given.priority(100)
            .electing(ElectionSettings.of(InitialState.BACKUP, 100).withPreemptDelay(10 * Given.SECOND + 500_000_000L))
            .settings());

    @Test
    void takesOverOneMasterDownIntervalAfterTheDelay() {
        bench.logged();
        List<String> done = new ArrayList<>();
        for (int second = 1; second <= 20; second++) {
            done.addAll(bench.until(second));
            if (bench.state("VI_1") == VrrpState.BACKUP) {
                done.addAll(bench.hear("VI_1", 50, Bench.LOWER));
            }
        }

        // Heard first at 1 s, tolerated until 11.5 s, so last accepted at 11 s.
        assertEquals("14.609 VI_1 advert 100", done.get(0));
        List<String> log = bench.logged();
        assertEquals("(VI_1) start preempt delay (10.500000)", log.get(0));
        assertTrue(log.get(1).contains("received lower priority (50)"));
    }

    @Test
    void anEqualMasterStopsTheDelay() {
        bench.hear("VI_1", 50, Bench.LOWER);
        bench.pass(1);
        bench.logged();
        bench.hear("VI_1", 100, Bench.LOWER);
        assertEquals(List.of("(VI_1) stop preempt delay"), bench.logged());
        bench.pass(1);
        bench.hear("VI_1", 50, Bench.LOWER);
        assertEquals(List.of("(VI_1) start preempt delay (10.500000)"), bench.logged());
    }

    @Test
    void anAbsentMasterIsReplacedWithoutDelay() {
        bench.until(1);
        bench.hear("VI_1", 50, Bench.LOWER);

        assertEquals("4.609 VI_1 advert 100", bench.until(5).get(0));
    }
}
