package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** {@code vrrp_startup_delay} and {@code vrrp_delay_after_boot}: until then a router neither hears nor speaks. */
class StartDelayTest {
    private static final double MASTER_DOWN = 3 + 156 / 256.0;

    private final Given given = Given.priority(100);

    private Bench bench(long startDelaySeconds, long afterBootSeconds) {
        RouterOptions options =
                new RouterOptions(startDelaySeconds * Given.SECOND, afterBootSeconds * Given.SECOND, true);
        return Bench.of(RouterSettings.of(List.of(given.settings())).withOptions(options));
    }

    @Test
    void aDelayedStartClearsUpAndListensOnlyAfterTheDelay() {
        Bench bench = bench(5, 0);
        assertEquals(List.of(), bench.start());
        assertEquals(List.of("Delaying startup for 5.000 seconds"), bench.logged());
        assertEquals(List.of(), bench.hear("VI_1", 200, Bench.HIGHER));
        assertEquals(List.of(), bench.until(4.999));
        assertEquals(VrrpState.INIT, bench.state("VI_1"));
        assertEquals(
                List.of("5.000 VI_1 hush", "5.000 VI_1 remove 10.0.0.100", "5.000 notify INSTANCE VI_1 BACKUP 100"),
                bench.until(5));
        assertEquals(MASTER_DOWN, bench.remaining(), 1e-6);
    }

    @Test
    void theLaterOfBothMomentsCounts() {
        long upSeconds = bench(0, 0).nowNanos() / Given.SECOND;
        Bench bench = bench(1, upSeconds + 3);
        bench.start();
        assertEquals(3, bench.remaining(), 1e-6);

        Bench longAgo = bench(0, upSeconds - 1);
        longAgo.start();
        assertEquals(VrrpState.BACKUP, longAgo.state("VI_1"));
    }

    @Test
    void aMasteryThatIsTakenUpAgainDoesNotWait() {
        Bench bench = bench(5, 0);
        bench.start(new Resumption(given.settings().key(), bench.nowNanos()));
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    @Test
    void aReloadEndsTheWait() {
        Bench bench = bench(5, 0);
        bench.start();
        bench.reload(RouterSettings.of(List.of(given.settings())));
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    @Test
    void aStopWhileWaitingLeavesNothingToDo() {
        Bench bench = bench(5, 0);
        bench.start();
        assertEquals(List.of(), bench.feed(new RouterEvent.ShutdownRequested(false)));
        assertFalse(bench.hasDeadline());
    }
}
