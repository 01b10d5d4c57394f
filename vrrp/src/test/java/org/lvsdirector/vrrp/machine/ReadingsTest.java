package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;
import org.lvsdirector.vrrp.settings.Tracked;
import org.lvsdirector.vrrp.settings.TrackerKind;

/** Files, processes and BFD sessions as trackers. */
class ReadingsTest {
    private static Bench tracking(TrackerKind kind, int weight, boolean reverse) {
        return Bench.of(Given.priority(100)
                .tracking(new Tracked(kind, "t", weight, reverse))
                .settings());
    }

    /** A file's number times its weight; what 100 becomes, 0 standing for FAULT. */
    @ParameterizedTest
    @CsvSource({
        "    0,  1, false, 100",
        "   20,  1, false, 120",
        "  -20,  1, false,  80",
        "   20,  2, false, 140",
        "   20,  2, true,   60",
        "  200,  1, false, 254", // clamped
        " -253,  1, false,   1",
        " -254,  1, false,   0",
        "  254,  1, true,    0",
        " 2147483647, 2147483647, false, 254",
        "-2147483648, 2147483647, false, 0",
        "    0,  0, false, 100",
        "    1,  0, false,   0",
        "   -1,  0, false,   0",
        "    0,  0, true,    0",
        "    7,  0, true,  100",
    })
    void numbersOfFiles(int number, int weight, boolean reverse, int priority) {
        Bench bench = tracking(TrackerKind.FILE, weight, reverse);
        bench.read(TrackerKind.FILE, "t", number);
        bench.start();

        if (priority == 0) {
            assertEquals(List.of("file t"), bench.status("VI_1").faults());
            assertEquals(VrrpState.FAULT, bench.state("VI_1"));
        } else {
            assertEquals(priority, bench.status("VI_1").effectivePriority());
            assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
        }
    }

    /** The same rules for both as for scripts. */
    @ParameterizedTest
    @CsvSource({
        "PROCESS,   5, false, 105, 100",
        "PROCESS,  -5, false, 100,  95",
        "BFD,       5, true,   95, 100",
        "BFD,      -5, true,  100, 105",
        "PROCESS, 254, false, 254, 100",
    })
    void weightsOfProcessesAndSessions(TrackerKind kind, int weight, boolean reverse, int whenUp, int whenDown) {
        Bench bench = tracking(kind, weight, reverse);
        bench.read(kind, "t", 1);
        bench.start();
        assertEquals(whenUp, bench.status("VI_1").effectivePriority());
        bench.read(kind, "t", 0);
        assertEquals(whenDown, bench.status("VI_1").effectivePriority());
    }

    @ParameterizedTest
    @CsvSource({"PROCESS, process t", "BFD, BFD t"})
    void unweightedOnesAreFaultsWhileDown(TrackerKind kind, String fault) {
        Bench bench = tracking(kind, 0, false);
        bench.read(kind, "t", 1);
        bench.start();
        bench.until(4);
        assertEquals(VrrpState.MASTER, bench.state("VI_1"));
        bench.logged();

        assertEquals("VI_1 advert 0", bench.read(kind, "t", 0).get(0));
        assertEquals(List.of(fault), bench.status("VI_1").faults());
        assertTrue(bench.logged().contains("(VI_1) entering FAULT state due to " + fault));
        assertEquals(List.of("notify INSTANCE VI_1 BACKUP 100"), bench.read(kind, "t", 1));
    }

    /** What a file holds is told in a moment; beginning with a wrong priority would be a takeover for nothing. */
    @Test
    void anInstanceDoesNotBeginBeforeItsFilesAreRead() {
        Bench bench = tracking(TrackerKind.FILE, 1, false);
        bench.start();
        assertEquals(VrrpState.INIT, bench.state("VI_1"));
        bench.read(TrackerKind.FILE, "t", 0);
        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    /** A BFD session that nobody has told of has not come up. */
    @Test
    void aSessionIsDownUntilItIsUp() {
        Bench bench = tracking(TrackerKind.BFD, 0, false);
        bench.start();
        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
    }

    @Test
    void theSameValueAgainChangesNothing() {
        Bench bench = tracking(TrackerKind.FILE, 1, false);
        bench.read(TrackerKind.FILE, "t", 5);
        bench.start();
        bench.logged();
        assertEquals(List.of(), bench.read(TrackerKind.FILE, "t", 5));
        assertEquals(List.of(), bench.logged());
    }

    /** 2.6: trackers of a group apply to all members, weights only with {@code sync_group_tracking_weight}. */
    @ParameterizedTest
    @CsvSource({"true, 120", "false, 100"})
    void membersOfGroupsHeedWeightsOnlyIfTheGroupDoes(boolean trackingWeight, int priority) {
        Tracked own = new Tracked(TrackerKind.FILE, "t", 1, false);
        Bench bench = Bench.of(new RouterSettings(
                List.of(
                        Given.priority(100).tracking(own).settings(),
                        Given.instance("VI_2", 52, 100).settings()),
                List.of(new SyncGroupSettings("G", List.of("VI_1", "VI_2"), List.of(), trackingWeight)),
                List.of(),
                0,
                0));
        bench.read(TrackerKind.FILE, "t", 20);
        bench.start();
        assertEquals(priority, bench.status("VI_1").effectivePriority());
    }

    @Test
    void aGroupsFileIsHeededByEveryMember() {
        Tracked file = new Tracked(TrackerKind.FILE, "t", 0, false);
        Bench bench = Bench.of(new RouterSettings(
                List.of(
                        Given.priority(100).settings(),
                        Given.instance("VI_2", 52, 100).settings()),
                List.of(new SyncGroupSettings("G", List.of("VI_1", "VI_2"), List.of(file), false)),
                List.of(),
                0,
                0));
        bench.read(TrackerKind.FILE, "t", 1);
        bench.start();
        assertEquals(List.of("file t"), bench.status("VI_2").faults());
    }
}
