package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.GarpSchedule;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.ScriptSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Sync groups: all MASTER or none; one FAULT is a FAULT of all. Orders as seen of keepalived 2.2.7. */
class SyncGroupTest {
    private static final Given IN = Given.instance("VI_1", 51, 150);
    private static final Given OUT = Given.instance("VI_G", 52, 150).on("eth1");

    private static RouterSettings group(Given... members) {
        return new RouterSettings(
                List.of(members[0].settings(), members[1].settings()),
                List.of(SyncGroupSettings.of("VG1", "VI_1", "VI_G")),
                List.of(new ScriptSettings("chk", 2 * Given.SECOND, 1, 1, false)),
                0,
                0);
    }

    private final Bench bench = Bench.started(group(IN.configuredMaster(), OUT.configuredMaster()));

    private void bothAre(VrrpState state) {
        assertEquals(state, bench.state("VI_1"));
        assertEquals(state, bench.state("VI_G"));
        assertEquals(state, bench.status().groups().get(0).state());
    }

    @Test
    void startsAsBackup() {
        assertEquals(
                List.of(
                        "VI_1 hush",
                        "VI_1 remove 10.0.0.100",
                        "VI_G hush",
                        "VI_G remove 10.0.0.101",
                        "notify INSTANCE VI_1 BACKUP 150",
                        "notify INSTANCE VI_G BACKUP 150",
                        "notify GROUP VG1 BACKUP 0"),
                Bench.of(group(IN, OUT)).start());
    }

    @Test
    void becomesMasterTogether() {
        bench.logged();
        assertEquals(
                List.of(
                        "3.414 VI_1 advert 150",
                        "3.414 VI_1 add 10.0.0.100",
                        "3.414 VI_1 announce 10.0.0.100 x1",
                        "3.414 notify INSTANCE VI_1 MASTER 150",
                        "3.414 VI_G advert 150",
                        "3.414 VI_G add 10.0.0.101",
                        "3.414 VI_G announce 10.0.0.101 x1",
                        "3.414 notify INSTANCE VI_G MASTER 150",
                        "3.414 notify GROUP VG1 MASTER 0"),
                bench.until(3.42));
        assertEquals(
                List.of(
                        "(VI_1) Receive advertisement timeout",
                        "(VI_1) Entering MASTER STATE",
                        "(VI_1) setting VIPs.",
                        "VRRP_Group(VG1) Syncing instances to MASTER state",
                        "(VI_G) Entering MASTER STATE",
                        "(VI_G) setting VIPs."),
                bench.logged());
    }

    /** Members that are BACKUP by configuration must each have missed the master. */
    @Test
    void waitsUntilEachMemberMissedTheMaster() {
        Bench patient = Bench.started(group(IN, OUT));
        for (int second = 1; second <= 12; second++) {
            assertEquals(List.of(), patient.until(second));
            patient.hear("VI_G", 200, Bench.HIGHER);
        }
        assertTrue(patient.status("VI_1").wantsMaster());
        assertEquals("15.414 VI_G advert 150", patient.until(16).get(0));
    }

    /** One that hears a master again does not want to be one. */
    @Test
    void aMemberThatHearsAMasterGivesUpItsWish() {
        Bench patient = Bench.started(group(IN, OUT));
        patient.hear("VI_G", 200, Bench.HIGHER);
        patient.until(3.415);
        assertTrue(patient.status("VI_1").wantsMaster());
        patient.hear("VI_1", 200, Bench.HIGHER);

        assertEquals(List.of(), patient.until(6.4));
        assertEquals(VrrpState.BACKUP, patient.state("VI_G"));
    }

    @Test
    void oneThatYieldsTakesTheOtherWithIt() {
        bench.until(4);
        bench.logged();

        assertEquals(
                List.of(
                        "VI_G hush",
                        "VI_G remove 10.0.0.101",
                        "notify INSTANCE VI_G BACKUP 150",
                        "VI_1 hush",
                        "VI_1 remove 10.0.0.100",
                        "notify INSTANCE VI_1 BACKUP 150",
                        "notify GROUP VG1 BACKUP 0"),
                bench.hear("VI_G", 200, Bench.HIGHER));
        assertTrue(bench.logged().contains("VRRP_Group(VG1) Syncing instances to BACKUP state"));
        bothAre(VrrpState.BACKUP);
    }

    /** Every master resigns, as keepalived 2.2.7 does on the wire. */
    @Test
    void oneFaultIsAFaultOfAll() {
        bench.until(4);
        bench.logged();

        assertEquals(
                List.of(
                        "VI_G advert 0",
                        "VI_G hush",
                        "VI_G remove 10.0.0.101",
                        "notify INSTANCE VI_G FAULT 150",
                        "VI_1 advert 0",
                        "VI_1 hush",
                        "VI_1 remove 10.0.0.100",
                        "notify INSTANCE VI_1 FAULT 150",
                        "notify GROUP VG1 FAULT 0"),
                bench.link("eth1", LinkState.DOWN));
        assertTrue(bench.logged().contains("VRRP_Group(VG1) Syncing instances to FAULT state"));
        assertEquals(List.of(), bench.status("VI_1").faults());
        bothAre(VrrpState.FAULT);
    }

    @Test
    void recoversWhenTheLastFaultIsGone() {
        bench.link("eth0", LinkState.DOWN);
        bench.link("eth1", LinkState.DOWN);
        assertEquals(List.of(), bench.link("eth0", LinkState.UP));
        bothAre(VrrpState.FAULT);

        assertEquals(
                List.of(
                        "notify INSTANCE VI_1 BACKUP 150",
                        "notify INSTANCE VI_G BACKUP 150",
                        "notify GROUP VG1 BACKUP 0"),
                bench.link("eth1", LinkState.UP));
        bothAre(VrrpState.BACKUP);
        bench.until(3.415);
        bothAre(VrrpState.MASTER);
    }

    @Test
    void aLostAddressIsPutBackOrMakesAllStartOver() {
        bench.until(4);
        RouterEvent lost = new RouterEvent.AddressRemoved("eth0", Bench.address("10.0.0.100"));
        assertEquals(List.of("VI_1 add 10.0.0.100", "VI_1 announce 10.0.0.100 x1"), bench.feed(lost));
        bothAre(VrrpState.MASTER);

        bench.reload(group(IN.configuredMaster(), OUT.configuredMaster()).withOptions(AddressLossTest.AS_KEEPALIVED));
        List<String> done = bench.feed(lost);
        assertEquals("VI_1 advert 0", done.get(0));
        assertTrue(done.contains("VI_G advert 0"));
        bothAre(VrrpState.BACKUP);
        bench.pass(0.415);
        bothAre(VrrpState.MASTER);
    }

    @Test
    void aChallengeMakesAllTellTheirNeighbours() {
        Bench loud = Bench.started(group(IN.announcing(GarpSchedule.DEFAULT), OUT.announcing(GarpSchedule.DEFAULT)));
        loud.until(20);

        assertEquals(
                List.of(
                        "VI_1 advert 150",
                        "notify INSTANCE VI_1 MASTER_RX_LOWER_PRI 150",
                        "VI_1 announce 10.0.0.100 x5",
                        "VI_G announce 10.0.0.101 x5"),
                loud.hear("VI_1", 1, Bench.HIGHER));
    }

    /** 2.6: a priority that floats apart would split the group. */
    @Test
    void weightsOfMembersAreIgnored() {
        Tracked link = new Tracked(TrackerKind.INTERFACE, "eth5", -10, false);
        Bench ignoring = Bench.started(group(IN.tracking(Tracked.script("chk", -10)), OUT.tracking(link)));
        ignoring.script("chk", 1);
        assertEquals(150, ignoring.status("VI_1").effectivePriority());

        ignoring.link("eth5", LinkState.DOWN); // for an interface only the weight goes, as in keepalived
        assertEquals(VrrpState.FAULT, ignoring.state("VI_1"));
    }

    @Test
    void trackersOfTheGroupApplyToAll() {
        RouterSettings plain = group(IN, OUT);
        Bench tracking = Bench.started(new RouterSettings(
                plain.instances(),
                List.of(new SyncGroupSettings(
                        "VG1", List.of("VI_1", "VI_G"), List.of(Tracked.script("chk", 20)), false)),
                plain.scripts(),
                0,
                0));
        tracking.script("chk", 0);

        assertEquals(170, tracking.status("VI_1").effectivePriority());
        assertEquals(170, tracking.status("VI_G").effectivePriority());
    }

    @Test
    void aMemberThatWaitsForItsScriptKeepsAllInInit() {
        Bench waiting = Bench.started(group(IN.tracking(Tracked.script("chk", 0)), OUT));
        assertEquals(VrrpState.INIT, waiting.state("VI_G"));

        waiting.script("chk", 0);
        assertEquals(VrrpState.BACKUP, waiting.state("VI_G"));
    }
}
