package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.GarpSchedule;

/** When neighbours are told: reference keepalived's garp_* words. */
class AnnouncementTest {
    private static final String ALL = " VI_1 announce 10.0.0.100,10.9.9.9 x";

    private static List<String> announcements(Bench bench, double until) {
        return bench.until(until).stream()
                .filter(each -> each.contains("announce"))
                .toList();
    }

    private static Bench owner(GarpSchedule schedule) {
        return Bench.of(
                Given.priority(255).alsoHolding("10.9.9.9").announcing(schedule).settings());
    }

    @Test
    void fiveAtOnceAndFiveAfterFiveSecondsAreTheDefault() {
        Bench bench = owner(GarpSchedule.DEFAULT);

        assertEquals("VI_1 announce 10.0.0.100,10.9.9.9 x5", bench.start().get(4));
        assertEquals(List.of("5.000" + ALL + "5"), announcements(bench, 100));
    }

    @Test
    void noSecondRoundWithoutDelay() {
        Bench bench = owner(new GarpSchedule(3, 0, 0, 1, 0, 0));

        assertEquals("VI_1 announce 10.0.0.100,10.9.9.9 x3", bench.start().get(4));
        assertEquals(List.of(), announcements(bench, 100));
    }

    /** The first refresh comes after delay and period together. */
    @Test
    void refreshRepeatsForEver() {
        Bench bench = owner(new GarpSchedule(1, 2 * Given.SECOND, 10 * Given.SECOND, 2, 0, 0));
        bench.start();

        assertEquals(
                List.of("2.000" + ALL + "1", "12.000" + ALL + "2", "22.000" + ALL + "2"), announcements(bench, 30));
    }

    @Test
    void aLowerPriorityMakesUsTellTheNeighboursAgain() {
        Bench bench = owner(new GarpSchedule(1, 0, 0, 1, 4, 3 * Given.SECOND));
        bench.start();
        bench.until(10.5);

        assertEquals(
                List.of(
                        "VI_1 advert 255",
                        "notify INSTANCE VI_1 MASTER_RX_LOWER_PRI 255",
                        "VI_1 announce 10.0.0.100,10.9.9.9 x4"),
                bench.hear("VI_1", 100, Bench.HIGHER));
        assertEquals(List.of("13.500" + ALL + "4"), announcements(bench, 30));
    }

    @Test
    void aBackupAnnouncesNothingAnyMore() {
        Bench bench = Bench.started(
                Given.priority(100).announcing(GarpSchedule.DEFAULT).settings());
        bench.until(4);
        bench.hear("VI_1", 200, Bench.HIGHER);

        assertEquals(List.of(), announcements(bench, 7));
    }

    @Test
    void noAddressesNoAnnouncements() {
        Bench bench = Bench.of(
                Given.priority(255).holding().announcing(GarpSchedule.DEFAULT).settings());

        assertEquals(List.of("VI_1 hush", "VI_1 advert 255", "notify INSTANCE VI_1 MASTER 255"), bench.start());
        assertEquals(List.of(), announcements(bench, 30));
    }
}
