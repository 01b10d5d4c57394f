package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;

/** A process that died as MASTER is back: it goes on if nobody can have taken over yet, else it starts cold. */
class ResumptionTest {
    private final Given given = Given.priority(100);

    private static Resumption ago(Bench bench, Given given, double seconds) {
        return new Resumption(given.settings().key(), bench.nowNanos() - (long) (seconds * Given.SECOND));
    }

    @Test
    void goesOnAsMasterWithinTheMasterDownInterval() {
        Bench bench = Bench.of(given.settings());

        assertEquals(
                List.of("VI_1 advert 100", "VI_1 add 10.0.0.100", "VI_1 announce 10.0.0.100 x1"),
                bench.start(ago(bench, given, 3)));
        assertEquals(List.of("1.000 VI_1 advert 100"), bench.until(1));
    }

    @Test
    void yieldsByTheOrdinaryRules() {
        Bench bench = Bench.of(given.settings());
        bench.start(ago(bench, given, 1));
        bench.hear("VI_1", 101, Bench.LOWER);

        assertEquals(VrrpState.BACKUP, bench.state("VI_1"));
    }

    @Test
    void startsColdWhenItIsTooLate() {
        Bench bench = Bench.of(given.settings());

        assertEquals(
                List.of("VI_1 hush", "VI_1 remove 10.0.0.100", "notify INSTANCE VI_1 BACKUP 100"),
                bench.start(ago(bench, given, 3.7)));
    }

    @Test
    void startsColdWhenItIsNotFit() {
        Bench bench = Bench.of(given.settings());
        bench.link("eth0", LinkState.DOWN);
        bench.start(ago(bench, given, 1));

        assertEquals(VrrpState.FAULT, bench.state("VI_1"));
    }

    @Test
    void aGroupResumesAsAWholeOrNotAtAll() {
        Given other = Given.instance("VI_2", 52, 100);
        RouterSettings group = new RouterSettings(
                List.of(given.settings(), other.settings()),
                List.of(SyncGroupSettings.of("VG", "VI_1", "VI_2")),
                List.of(),
                0,
                0);
        Bench half = Bench.of(group);
        half.start(ago(half, given, 1));
        assertEquals(VrrpState.BACKUP, half.state("VI_1"));

        Bench whole = Bench.of(group);
        whole.start(ago(whole, given, 1), ago(whole, other, 1));
        assertEquals(VrrpState.MASTER, whole.state("VI_2"));
        assertEquals(VrrpState.MASTER, whole.status().groups().get(0).state());
    }
}
