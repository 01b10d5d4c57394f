package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.vrrp.interop.Rig.SOON;
import static org.lvsdirector.vrrp.interop.Rig.VIP;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Capture;
import org.lvsdirector.testing.Line;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.VrrpState;

/** The virtual address moves between our driver and keepalived, in both directions. */
@Tag("netns")
class TakeoverInteropTest extends PairRig {
    private static final double NANOS_PER_SECOND = 1e9;

    @Test
    void ourBackupTakesOverFromAKilledKeepalivedAndYieldsWhenItIsBack() {
        KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 150");
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100));
                Capture wire = lan.capture("ip proto 112")) {
            wire.awaitLine("192.168.1.12 > 224.0.0.18", SOON);
            assertEquals(VrrpState.BACKUP, driver.instance().state());
            assertFalse(ours.hasAddress(VIP));

            keepalived.kill();
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(ours.hasAddress(VIP));
            double floor = 3 + (256 - 100) / 256.0;
            double beyond = silence(wire) - floor;
            assertTrue(beyond >= 0 && beyond < 1, "took over " + beyond + " s after the protocol's floor");

            keepalived.restart();
            keepalived.awaitLine("Entering MASTER STATE", SOON);
            driver.awaitState(VrrpState.BACKUP, SOON);
            Await.until("the address is gone here", SOON, () -> !ours.hasAddress(VIP));
            assertEquals(List.of(NotifyState.BACKUP, NotifyState.MASTER, NotifyState.BACKUP), driver.notifications());
        }
    }

    @Test
    void keepalivedTakesOverAtOnceWhenOurMasterResigns() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(150))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 100");
            keepalived.awaitLine("Entering BACKUP STATE", SOON);
            // Only one that has heard our advertisements knows that we are there.
            Await.until(
                    "adverts to the peer",
                    SOON,
                    () -> driver.instance().counters().advertsSent() >= 5);
            assertFalse(keepalived.output().contains("Entering MASTER STATE"), keepalived.output());
            long before = System.nanoTime();
            driver.stop();
            assertFalse(ours.hasAddress(VIP));
            keepalived.awaitLine("Entering MASTER STATE", SOON);
            double seconds = (System.nanoTime() - before) / NANOS_PER_SECOND;
            assertTrue(seconds < 3, "the skew time alone, not the master-down interval, but took " + seconds + " s");
            assertTrue(theirs.hasAddress(VIP));
        }
    }

    @Test
    void keepalivedTakesOverWhenOurMasterFallsSilentAndWePreemptItWhenWeAreBack() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(150))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 100");
            keepalived.awaitLine("Entering BACKUP STATE", SOON);
            driver.freeze();
            keepalived.awaitLine("Entering MASTER STATE", SOON);
            int heard = keepalived.lineCount();
            driver.thaw();
            keepalived.awaitLineAfter(heard, "Entering BACKUP STATE", SOON);
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(driver.status().lateness().worstNanos()
                    > Duration.ofSeconds(2).toNanos());
        }
    }

    @Test
    void aFrozenBackupSeesThatTheMasterLivesBeforeItSpeaks() {
        KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 150");
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100));
                Capture wire = lan.capture("ip proto 112")) {
            Await.until(
                    "it hears the master",
                    SOON,
                    () -> driver.instance().counters().advertsReceived() > 0);
            driver.freeze();
            int masterDownInterval = 6;
            Await.until(
                    "a longer silence than the master-down interval",
                    SOON,
                    () -> adverts(wire, "192.168.1.12") >= masterDownInterval);
            driver.thaw();
            int after = adverts(wire, "192.168.1.12");
            Await.until("two more adverts", SOON, () -> adverts(wire, "192.168.1.12") >= after + 2);
            assertEquals(VrrpState.BACKUP, driver.instance().state());
            assertEquals(0, adverts(wire, "192.168.1.11"), "it never spoke");
            assertTrue(driver.instance().counters().advertsReceived() >= masterDownInterval);
        }
    }

    /** The longest time between two packets, in seconds. */
    private static double silence(Capture wire) {
        double longest = 0;
        double last = Double.NaN;
        for (Line line : wire.lines()) {
            if (Character.isDigit(line.text().charAt(0))) {
                double time =
                        Double.parseDouble(line.text().substring(0, line.text().indexOf(' ')));
                longest = Math.max(longest, Double.isNaN(last) ? 0 : time - last);
                last = time;
            }
        }
        return longest;
    }

    private static int adverts(Capture wire, String source) {
        return (int) wire.lines().stream()
                .filter(line -> line.text().contains(source + " > 224.0.0.18"))
                .count();
    }
}
