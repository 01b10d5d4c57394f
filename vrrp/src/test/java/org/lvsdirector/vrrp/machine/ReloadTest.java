package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.ScriptSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;

/** Reference section 2.8: instances are the same by interface, family and virtual router id; a MASTER stays one. */
class ReloadTest {
    private final Given one = Given.priority(100);
    private final Given two = Given.instance("VI_2", 52, 100);
    private final Bench bench = Bench.started(one.settings(), two.settings());

    private static RouterSettings only(Given... instances) {
        return RouterSettings.of(
                List.of(instances).stream().map(Given::settings).toList());
    }

    @BeforeEach
    void becomeMaster() {
        bench.until(4);
        bench.hear("VI_2", 200, Bench.HIGHER);
        bench.logged();
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        assertEquals(VrrpState.BACKUP, bench.state("VI_2"));
    }

    @Test
    void theSameSettingsChangeNothing() {
        assertEquals(List.of(), bench.reload(only(one, two)));
        assertEquals(List.of(), bench.logged());
        assertEquals(0.609375, bench.remaining(), 1e-6);
    }

    @Test
    void addressesComeAndGoByDifference() {
        assertEquals(
                List.of("VI_1 remove 10.0.0.100", "VI_1 add 10.0.0.7", "VI_1 announce 10.0.0.7 x1", "VI_1 advert 100"),
                bench.reload(only(one.holding("10.0.0.7"), two)));
        assertEquals(
                List.of("VI_1 add 10.0.0.8", "VI_1 announce 10.0.0.8 x1", "VI_1 advert 100"),
                bench.reload(only(one.holding("10.0.0.7", "10.0.0.8"), two)));
        assertEquals(
                List.of("VI_1 advert 100"),
                bench.reload(only(one.holding("10.0.0.8", "10.0.0.7"), two)),
                "another order");
    }

    @Test
    void aBackupTakesNewAddressesSilently() {
        assertEquals(List.of(), bench.reload(only(one, two.holding("10.0.0.9"))));
    }

    /** keepalived: priority 0 and a FAULT notification. */
    @Test
    void aRemovedMasterResigns() {
        assertEquals(
                List.of("VI_1 advert 0", "VI_1 hush", "VI_1 remove 10.0.0.100", "notify INSTANCE VI_1 DELETED 100"),
                bench.reload(only(two)));
        assertEquals(1, bench.status().instances().size());
        assertEquals(List.of(), bench.until(6));
    }

    @Test
    void aNewInstanceStartsLikeAnyOther() {
        Given three = Given.instance("VI_3", 53, 50).on("eth3");

        assertEquals(
                List.of("VI_3 hush", "VI_3 remove 10.0.0.102", "notify INSTANCE VI_3 BACKUP 50"),
                bench.reload(only(one, two, three)));
        assertEquals(List.of("(VI_3) removing VIPs.", "(VI_3) Entering BACKUP STATE (init)"), tail(bench, 2));
    }

    private static List<String> tail(Bench bench, int count) {
        List<String> log = bench.logged();
        return log.subList(log.size() - count, log.size());
    }

    @Test
    void anotherNameIsStillTheSameInstance() {
        Given renamed = Given.instance("WEB", 51, 100);

        assertEquals(List.of("WEB advert 100"), bench.reload(only(renamed, two)));
        assertEquals(1, bench.status("WEB").counters().becameMaster());
    }

    @Test
    void aNewPriorityIsAdvertisedAtOnce() {
        assertEquals(
                List.of("VI_1 advert 100", "notify INSTANCE VI_1 MASTER_PRIORITY 120"),
                bench.reload(only(raised(), two)));
        assertEquals(120, bench.status("VI_1").effectivePriority());
        assertEquals(List.of("5.000 VI_1 advert 120"), bench.until(5));
    }

    private static Given raised() {
        return Given.instance("VI_1", 51, 120);
    }

    @Test
    void aNewIntervalStartsANewWait() {
        assertEquals(List.of(), bench.reload(only(one, two.every(3))));
        assertEquals(0.609375, bench.remaining(), 1e-6, "the master's next advertisement, not the backup's deadline");
        bench.reload(only(two.every(3)));
        assertEquals(9.609375, bench.remaining(), 1e-6);
    }

    @Test
    void nopreemptTakesEffect() {
        Given patient =
                two.electing(ElectionSettings.of(InitialState.BACKUP, 100).withoutPreemption());
        bench.reload(only(patient));
        for (int second = 5; second < 30; second++) {
            assertEquals(List.of(), bench.until(second));
            bench.hear("VI_2", 1, Bench.LOWER);
        }
    }

    @Test
    void trafficIsDroppedOrAllowedAnew() {
        assertEquals(
                List.of("VI_1 drop 10.0.0.100", "VI_1 advert 100"),
                bench.reload(only(one.flags(true, false, false), two)));
        assertEquals(
                List.of(
                        "VI_1 allow 10.0.0.100",
                        "VI_1 remove 10.0.0.100",
                        "VI_1 drop 10.0.0.3",
                        "VI_1 add 10.0.0.3",
                        "VI_1 announce 10.0.0.3 x1",
                        "VI_1 advert 100"),
                bench.reload(only(one.holding("10.0.0.3").flags(true, false, false), two)));
        assertEquals(
                List.of("VI_1 allow 10.0.0.3", "VI_1 advert 100"), bench.reload(only(one.holding("10.0.0.3"), two)));
    }

    @Test
    void aNewTrackerIsHeededAndAScriptKeepsItsStanding() {
        ScriptSettings chk = new ScriptSettings("chk", 2 * Given.SECOND, 1, 1, false);
        RouterSettings tracked = new RouterSettings(
                List.of(one.tracking(Tracked.script("chk", -10)).settings()), List.of(), List.of(chk), 0, 0);
        assertEquals(List.of("notify INSTANCE VI_2 DELETED 100", "VI_1 advert 100", "run chk"), bench.reload(tracked));
        bench.script("chk", 1);
        assertEquals(90, bench.status("VI_1").effectivePriority());

        bench.reload(new RouterSettings(tracked.instances(), List.of(), tracked.scripts(), 0, 1));
        assertEquals(90, bench.status("VI_1").effectivePriority());
        bench.reload(only(one));
        assertEquals(100, bench.status("VI_1").effectivePriority());
    }

    /** A BACKUP member that follows another master pulls its new group down with the next advertisement. */
    @Test
    void aNewGroupOfMasterAndBackupAgrees() {
        RouterSettings grouped = new RouterSettings(
                List.of(one.settings(), two.settings()),
                List.of(SyncGroupSettings.of("VG", "VI_1", "VI_2")),
                List.of(),
                0,
                0);
        bench.reload(grouped);
        bench.hear("VI_2", 200, Bench.HIGHER);

        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
        assertEquals(VrrpState.BACKUP, bench.status().groups().get(0).state());
    }

    /** A member that joins a group of masters does not pull them down when nobody else is master of it. */
    @Test
    void aMemberThatJoinsAGroupOfMastersBecomesOne() {
        Given joining = Given.instance("VI_3", 53, 100).on("eth3");
        bench.reload(new RouterSettings(
                List.of(one.settings(), joining.settings()),
                List.of(SyncGroupSettings.of("VG", "VI_1", "VI_3")),
                List.of(),
                0,
                0));
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        bench.until(8);

        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        assertEquals(VrrpState.MASTER, bench.state("VI_3"));
    }

    @Test
    void aMemberThatStillWaitsForItsScriptKeepsItsNewGroupFromMastery() {
        Given waiting = Given.instance("VI_3", 53, 100).on("eth3").configuredMaster();
        bench.reload(new RouterSettings(
                List.of(
                        two.settings(),
                        waiting.tracking(Tracked.script("chk", 0)).settings()),
                List.of(SyncGroupSettings.of("VG", "VI_2", "VI_3")),
                List.of(new ScriptSettings("chk", 100 * Given.SECOND, 1, 1, false)),
                0,
                0));
        bench.until(20);
        assertEquals(VrrpState.INIT, bench.state("VI_3"));
        assertEquals(VrrpState.BACKUP, bench.state("VI_2"));

        bench.script("chk", 0);
        bench.until(40);
        assertEquals(VrrpState.MASTER, bench.state("VI_3"));
        assertEquals(VrrpState.MASTER, bench.state("VI_2"));
    }
}
