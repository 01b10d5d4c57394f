package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.ScriptSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Scripts and interfaces that change the priority or are a fault. */
class TrackingTest {

    private static RouterSettings settings(Given given) {
        ScriptSettings chk = new ScriptSettings("chk", 2 * Given.SECOND, 1, 1, false);
        ScriptSettings unused = new ScriptSettings("unused", 2 * Given.SECOND, 1, 1, false);
        return new RouterSettings(List.of(given.settings()), List.of(), List.of(chk, unused), 0, 0);
    }

    private static Bench weighted(int weight) {
        return Bench.started(settings(Given.priority(100).tracking(Tracked.script("chk", weight))));
    }

    private static Tracked script(int weight, boolean reverse) {
        return new Tracked(TrackerKind.SCRIPT, "chk", weight, reverse);
    }

    /** 2.6: weight, reverse, up or down, and what becomes of 100. */
    @ParameterizedTest
    @CsvSource({
        "  5, false, 105, 100",
        " -5, false, 100,  95",
        "  5, true,   95, 100",
        " -5, true,  100, 105",
        "253, false, 254, 100", // clamped
        "-253, false, 100,  1",
    })
    void weightsAddUp(int weight, boolean reverse, int whenUp, int whenDown) {
        Bench bench = Bench.started(settings(Given.priority(100).tracking(script(weight, reverse))));
        assertEquals(100, bench.status("VI_1").effectivePriority());
        bench.script("chk", 0);
        assertEquals(whenUp, bench.status("VI_1").effectivePriority());
        bench.script("chk", 1);
        assertEquals(whenDown, bench.status("VI_1").effectivePriority());
        assertEquals(100, bench.status("VI_1").basePriority());
    }

    @Test
    void trackedScriptsRunAtOnceAndEachInterval() {
        Bench bench = Bench.of(settings(Given.priority(100).tracking(Tracked.script("chk", -5))));
        List<String> start = bench.start();

        assertEquals("run chk", start.get(start.size() - 1));
        bench.script("chk", 0);
        assertEquals(List.of("2.000 run chk"), bench.until(2));
        bench.script("chk", 0);
        assertTrue(bench.until(4.5).contains("4.000 run chk"));
    }

    @Test
    void aMasterAdvertisesItsNewPriorityWithTheNextAdvertisement() {
        Bench bench = weighted(-5);
        bench.until(4);
        bench.script("chk", 0);
        bench.logged();

        assertEquals(List.of("notify INSTANCE VI_1 MASTER_PRIORITY 95"), bench.script("chk", 1));
        assertTrue(bench.logged().contains("(VI_1) Changing effective priority from 100 to 95"));
        assertEquals("4.609 VI_1 advert 95", bench.until(5).get(0));
    }

    /** A lower priority means a longer skew, also for a wait that is under way. */
    @Test
    void aBackupsDeadlineMovesWithItsSkew() {
        Bench bench = Bench.started(Given.priority(100)
                .tracking(new Tracked(TrackerKind.INTERFACE, "eth5", -64, false))
                .settings());
        bench.until(1);
        assertEquals(2.609375, bench.remaining(), 1e-6);
        bench.link("eth5", LinkState.DOWN);
        assertEquals(2.859375, bench.remaining(), 1e-6);
        bench.link("eth5", LinkState.UP);
        assertEquals(2.609375, bench.remaining(), 1e-6);
    }

    @Test
    void anUnweightedScriptKeepsTheInstanceInInitUntilItsFirstResult() {
        Bench bench = weighted(0);
        assertEquals(VrrpState.INIT, bench.state("VI_1"));
        assertEquals(List.of(), bench.hear("VI_1", 0, Bench.LOWER));
        bench.until(1.5);
        bench.logged();

        assertEquals(List.of("notify INSTANCE VI_1 BACKUP 100"), bench.script("chk", 0));
        assertEquals(List.of("VRRP_Script(chk) succeeded", "(VI_1) Entering BACKUP STATE"), bench.logged());
        assertEquals("5.109 VI_1 advert 100", bench.until(5.2).get(1));
    }

    @Test
    void anUnweightedScriptThatFailsIsAFault() {
        Bench bench = weighted(0);
        bench.script("chk", 0);
        bench.until(4);
        bench.logged();

        assertEquals("VI_1 advert 0", bench.script("chk", 1).get(0));
        assertEquals(List.of("script chk"), bench.status("VI_1").faults());
        assertEquals(
                "(VI_1) entering FAULT state due to script chk", bench.logged().get(2));
        assertEquals(List.of("notify INSTANCE VI_1 BACKUP 100"), bench.script("chk", 0));
    }

    @Test
    void twoFaultsMustBothBeGone() {
        Bench bench = weighted(0);
        bench.script("chk", 1);
        bench.link("eth0", LinkState.DOWN);
        assertEquals(List.of(), bench.script("chk", 0));
        assertEquals(List.of("notify INSTANCE VI_1 BACKUP 100"), bench.link("eth0", LinkState.UP));
    }

    @Test
    void aReversedScriptMustFail() {
        Bench bench = Bench.started(settings(Given.priority(100).tracking(script(0, true))));
        bench.script("chk", 1);
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
        bench.script("chk", 0);
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
    }

    @Test
    void aTrackedInterfaceThatGoesDownIsAFault() {
        Bench bench =
                Bench.started(Given.priority(100).tracking(Tracked.link("eth5")).settings());
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
        bench.link("eth5", LinkState.DOWN);
        assertEquals(List.of("interface eth5 down"), bench.status("VI_1").faults());
    }

    /** 2.6: the owner ignores weights. */
    @Test
    void theOwnersPriorityDoesNotFloat() {
        Bench bench = Bench.started(settings(Given.priority(255).tracking(Tracked.script("chk", -100))));
        bench.script("chk", 1);

        assertEquals(255, bench.status("VI_1").effectivePriority());
    }

    @Test
    void aScriptThatDoesNotExistCountsAsDown() {
        Bench bench = Bench.started(
                Given.priority(100).tracking(Tracked.script("gone", 0)).settings());

        assertEquals(List.of("script gone"), bench.status("VI_1").faults());
    }

    @Test
    void resultsOfUnknownScriptsAreIgnored() {
        assertEquals(List.of(), weighted(-5).script("unused", 1));
    }
}
