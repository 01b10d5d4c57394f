package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code director status} shows. */
class StatusTest {
    private final Bench bench = Bench.started(Given.priority(100).settings());

    @Test
    void aMasterShowsWhatItHoldsAndWhatItDid() {
        bench.hear("VI_1", 200, Bench.HIGHER);
        assertEquals(Bench.address(Bench.HIGHER), bench.status("VI_1").master());
        bench.until(5);

        InstanceStatus status = bench.status("VI_1");
        assertEquals(VrrpState.MASTER, status.state());
        assertNull(status.master());
        assertEquals(List.of("10.0.0.100"), held(status));
        assertEquals(new InstanceCounters(1, 2, 1, 0, 0, 0, 0, 0, 0, Map.of(), Map.of()), status.counters());
        assertEquals(1.390625, (bench.nowNanos() - status.lastTransitionNanos()) / 1e9, 1e-6);
        assertEquals(0.390625, (bench.nowNanos() - status.lastAdvertSentNanos()) / 1e9, 1e-6);
    }

    @Test
    void aBackupHoldsNothing() {
        InstanceStatus status = bench.status("VI_1");

        assertEquals(List.of(), status.heldAddresses());
        assertEquals(0, status.lastAdvertSentNanos());
        assertEquals(Given.priority(100).settings().key(), status.key());
    }

    @Test
    void aStoppedInstanceHoldsNothing() {
        bench.until(5);
        bench.feed(new RouterEvent.ShutdownRequested(false));

        assertEquals(VrrpState.INIT, bench.status("VI_1").state());
        assertEquals(List.of(), bench.status("VI_1").heldAddresses());
    }

    private static List<String> held(InstanceStatus status) {
        return status.heldAddresses().stream()
                .map(each -> each.address().getHostAddress())
                .toList();
    }
}
