package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.ExtraAnnouncements;
import org.lvsdirector.vrrp.settings.GarpSchedule;
import org.lvsdirector.vrrp.settings.HostSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.settings.VirtualInterface;
import org.lvsdirector.vrrp.settings.VirtualInterfaces;
import org.lvsdirector.vrrp.testing.Variants;

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
    void addressesElsewhereAreAnnouncedFromTimeToTime() {
        ExtraAnnouncements extra = new ExtraAnnouncements(20 * Given.SECOND, true);
        VirtualAddress elsewhere =
                new VirtualAddress(Bench.address("10.9.9.9"), 32, "eth1", 0, null, null, null, null, Set.of());
        InstanceSettings instance = Given.priority(255)
                .announcing(new GarpSchedule(1, 0, 0, 1, 0, 0, extra))
                .alsoHolding(elsewhere)
                .settings();
        Bench bench = Bench.of(instance);
        bench.start();
        assertEquals(
                List.of("20.000 VI_1 announce 10.9.9.9 x1", "40.000 VI_1 announce 10.9.9.9 x1"),
                announcements(bench, 45));
    }

    @Test
    void onlyOnInterfacesOfItsOwnUnlessAllAreMeant() {
        ExtraAnnouncements extra = new ExtraAnnouncements(20 * Given.SECOND, false);
        VirtualAddress elsewhere =
                new VirtualAddress(Bench.address("10.9.9.9"), 32, "eth1", 0, null, null, null, null, Set.of());
        InstanceSettings plain = Given.priority(255)
                .announcing(new GarpSchedule(1, 0, 0, 1, 0, 0, extra))
                .alsoHolding(elsewhere)
                .settings();
        assertEquals(List.of(), plain.extraAnnounced());
        VirtualInterface made =
                new VirtualInterface("eth1", "eth0", VirtualInterface.Kind.MACVLAN, "00:00:5e:00:01:33", null, false);
        VirtualInterfaces onBase = new VirtualInterfaces(made, true, List.of());
        assertEquals(
                List.of(elsewhere),
                Variants.onHost(plain, new HostSettings(List.of(), List.of(), false, onBase))
                        .extraAnnounced());
        VirtualInterfaces speaking = new VirtualInterfaces(made, false, List.of());
        assertEquals(
                List.of(),
                Variants.onHost(plain, new HostSettings(List.of(), List.of(), false, speaking))
                        .extraAnnounced());
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
