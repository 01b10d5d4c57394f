package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;

/** Two masters at once, and one that listens to nobody. */
class RivalsTest {
    private final Bench bench =
            Bench.started(Given.priority(100).announcing(Given.ONCE).settings());

    private static List<String> conflicts(List<String> done) {
        return done.stream().filter(each -> each.contains("conflict")).toList();
    }

    private static boolean announces(List<String> done) {
        return done.stream().anyMatch(each -> each.contains("announce"));
    }

    private List<String> rivalGoesOn(int adverts) {
        for (int count = 0; count < adverts; count++) {
            bench.pass(1);
            bench.hear("VI_1", 90, Bench.HIGHER);
        }
        return bench.logged().stream()
                .filter(line -> line.contains("two masters"))
                .toList();
    }

    @Test
    void aRouterThatYieldsIsNoSecondMaster() {
        bench.until(4);
        assertEquals(List.of(), rivalGoesOn(2), "what it had under way");
        assertNull(bench.status("VI_1").rival());
    }

    @Test
    void aRouterThatGoesOnIsReportedOnce() {
        bench.until(4);
        assertEquals(
                List.of(
                        "(VI_1) two masters: 10.0.0.6 (priority 90) goes on although we advertise; it does not hear us, or"
                                + " does not heed us"),
                rivalGoesOn(7));
        assertEquals(Bench.address(Bench.HIGHER), bench.status("VI_1").rival());
        assertEquals(7, bench.status("VI_1").counters().rivalAdverts());
    }

    /** The neighbours may have heard the other one last. */
    @Test
    void theSurvivorAnnouncesAgainWhenTheOtherOneFallsSilent() {
        bench.until(4);
        rivalGoesOn(4);
        assertFalse(announces(bench.pass(2.9)), "it may come back yet");
        assertTrue(announces(bench.pass(2)));
        assertTrue(bench.logged().contains("(VI_1) one master again: 10.0.0.6 is silent"));
        assertNull(bench.status("VI_1").rival());
    }

    @Test
    void itIsReportedAgainWhenItComesBack() {
        bench.until(4);
        assertEquals(1, rivalGoesOn(4).size());
        bench.pass(10);
        assertEquals(1, rivalGoesOn(4).size());
    }

    @Test
    void itsBeginAndItsEndAreTold() {
        bench.until(4);
        rivalGoesOn(2);
        bench.pass(1);
        assertEquals(
                List.of("VI_1 conflict begins SECOND_MASTER 10.0.0.6 null"),
                conflicts(bench.hear("VI_1", 90, Bench.HIGHER)));
        assertEquals(List.of(), conflicts(bench.hear("VI_1", 90, Bench.HIGHER)));
        List<String> ends = conflicts(bench.pass(5));
        assertEquals(1, ends.size());
        assertTrue(ends.get(0).endsWith("conflict ends SECOND_MASTER 10.0.0.6 null"), ends.get(0));
    }

    @Test
    void whoIsNoMasterAnyMoreHasNoSecondOne() {
        bench.until(4);
        rivalGoesOn(4);
        assertTrue(bench.hear("VI_1", 200, Bench.HIGHER).contains("VI_1 conflict ends SECOND_MASTER 10.0.0.6 null"));
        assertNull(bench.status("VI_1").rival());
    }

    @Test
    void anotherSecondMasterIsAnotherConflict() {
        bench.until(4);
        rivalGoesOn(4);
        assertEquals(
                List.of("VI_1 conflict ends SECOND_MASTER 10.0.0.6 null"),
                conflicts(bench.hear("VI_1", 90, Bench.LOWER)));
    }

    @Test
    void anOwnerThatListensToNobodyStaysMasterAmongOwners() {
        ElectionSettings deaf = new ElectionSettings(InitialState.BACKUP, 255, true, 0, 3, false, false, true);
        Bench owner = Bench.started(Given.priority(255).electing(deaf).settings());
        assertEquals(VrrpState.MASTER, owner.state("VI_1"));
        assertEquals(List.of(), owner.hear("VI_1", 255, Bench.HIGHER));
        assertEquals(VrrpState.MASTER, owner.state("VI_1"));
        assertEquals(1, owner.status("VI_1").counters().advertsReceived());

        Bench listening = Bench.started(Given.priority(255).settings());
        listening.hear("VI_1", 255, Bench.HIGHER);
        assertEquals(VrrpState.BACKUP, listening.state("VI_1"));
    }
}
