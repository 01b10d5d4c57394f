package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Without its arbiter an instance neither becomes MASTER nor stays it, not even the owner of the addresses. */
class ArbiterTest {
    private static final String NAME = "10.0.0.1 on eth0";
    private static final Tracked ARBITER = new Tracked(TrackerKind.ARBITER, NAME, 0, false);

    private static Bench bench(int priority) {
        return Bench.started(Given.priority(priority).tracking(ARBITER).settings());
    }

    @Test
    void nothingBeginsBeforeTheArbiterHasAnswered() {
        Bench bench = bench(255);
        bench.pass(60);
        assertEquals(VrrpState.INIT, bench.state("VI_1"));
        bench.read(TrackerKind.ARBITER, NAME, 1);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
    }

    @Test
    void aMasterThatIsCutOffResigns() {
        Bench bench = bench(100);
        bench.read(TrackerKind.ARBITER, NAME, 1);
        bench.pass(4);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        bench.read(TrackerKind.ARBITER, NAME, 0);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
        assertEquals(List.of("silent arbiter " + NAME), bench.status("VI_1").faults());
        bench.read(TrackerKind.ARBITER, NAME, 1);
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    @Test
    void aBackupThatIsCutOffTakesNothingOver() {
        Bench bench = bench(100);
        bench.read(TrackerKind.ARBITER, NAME, 1);
        bench.hear("VI_1", 200, Bench.HIGHER);
        bench.pass(2);
        bench.read(TrackerKind.ARBITER, NAME, 0);
        bench.pass(60);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
    }
}
