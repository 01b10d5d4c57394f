package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.SyncGroupSettings;

/** RFC 3768 and RFC 9568, 6.4.2 and 6.4.3, the Shutdown event. */
class ShutdownTest {
    private final RouterSettings two = new RouterSettings(
            List.of(
                    Given.instance("VI_1", 51, 255).settings(),
                    Given.instance("VI_2", 52, 100).on("eth1").settings()),
            List.of(),
            List.of(),
            0,
            0);
    private final Bench bench = Bench.started(two);

    /** 6.4.3: "Send an ADVERTISEMENT with Priority = 0, transition to Initialize"; addresses go before scripts hear of it. */
    @Test
    void aMasterResignsAndABackupJustStops() {
        assertEquals(
                List.of(
                        "VI_1 advert 0",
                        "VI_1 hush",
                        "VI_1 remove 10.0.0.100",
                        "notify INSTANCE VI_1 STOP 255",
                        "notify INSTANCE VI_2 STOP 100"),
                bench.feed(new RouterEvent.ShutdownRequested(false)));
        assertFalse(bench.hasDeadline());
    }

    /** {@code -V}: a master goes on being one for its neighbours, who find out by themselves. */
    @Test
    void addressesCanStay() {
        assertEquals(
                List.of("notify INSTANCE VI_1 STOP 255", "notify INSTANCE VI_2 STOP 100"),
                bench.feed(new RouterEvent.ShutdownRequested(true)));
    }

    @Test
    void nothingHappensAfterwards() {
        bench.feed(new RouterEvent.ShutdownRequested(false));

        assertEquals(List.of(), bench.feed(new RouterEvent.ShutdownRequested(false)));
        assertEquals(List.of(), bench.hear("VI_2", 0, Bench.LOWER));
        assertEquals(List.of(), bench.link("eth1", LinkState.DOWN));
        assertEquals(List.of(), bench.feed(RouterEvent.DeadlineReached.INSTANCE));
    }

    @Test
    void groupsAreToldToo() {
        Bench group = Bench.started(new RouterSettings(
                two.instances(), List.of(SyncGroupSettings.of("VG", "VI_1", "VI_2")), List.of(), 0, 0));

        assertEquals(
                List.of("notify INSTANCE VI_1 STOP 255", "notify INSTANCE VI_2 STOP 100", "notify GROUP VG STOP 0"),
                group.feed(new RouterEvent.ShutdownRequested(false)));
    }
}
