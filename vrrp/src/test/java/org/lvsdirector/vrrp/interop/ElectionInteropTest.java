package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.vrrp.interop.Rig.SOON;
import static org.lvsdirector.vrrp.interop.Rig.VIP;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Rejection;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.InitialState;

/** Who is master, as our driver and keepalived settle it between them. */
@Tag("netns")
class ElectionInteropTest extends PairRig {
    private static final Authentication SECRET = Authentication.pass("aaaaaaa");
    private static final String SECRET_WORDS = """
            authentication {
                auth_type PASS
                auth_pass aaaaaaa
            }
            """;

    @Test
    void keepalivedHeedsOurPassword() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(elect(150), SECRET))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 100\n" + SECRET_WORDS);
            awaitAdvertsSent(driver, 6);
            assertFalse(keepalived.output().contains("Entering MASTER STATE"), keepalived.output());
            assertEquals(VrrpState.MASTER, driver.instance().state());
        }
    }

    @Test
    void weHeedKeepalivedsPassword() {
        KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 150\n" + SECRET_WORDS);
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(elect(100), SECRET))) {
            awaitAdvertsReceived(driver, 5);
            assertEquals(VrrpState.BACKUP, driver.instance().state());
            assertEquals(0, driver.instance().counters().rejected().size());
        }
    }

    @Test
    void aWrongPasswordIsCountedAndNotHeeded() {
        KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 150\n" + SECRET_WORDS);
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(elect(100), Authentication.pass("bbbb")))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(driver.instance().counters().rejected().getOrDefault(Rejection.AUTH_FAILURE, 0L) >= 3);
            assertEquals(0, driver.instance().counters().advertsReceived());
        }
    }

    @Test
    void withoutPreemptionAHigherPriorityLeavesTheMasterAlone() {
        KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 100");
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        ElectionSettings patient = elect(150).withoutPreemption();
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(patient, Authentication.NONE))) {
            awaitAdvertsReceived(driver, 6);
            assertEquals(VrrpState.BACKUP, driver.instance().state());
            assertTrue(theirs.hasAddress(VIP));
            keepalived.kill();
            driver.awaitState(VrrpState.MASTER, SOON);
        }
    }

    @Test
    void keepalivedWithoutPreemptionLeavesOurMasterAlone() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "state BACKUP\npriority 150\nnopreempt");
            awaitAdvertsSent(driver, 6);
            assertFalse(keepalived.output().contains("Entering MASTER STATE"), keepalived.output());
            assertEquals(VrrpState.MASTER, driver.instance().state());
        }
    }

    @Test
    void ofTwoEqualMastersKeepalivedYieldsToOurHigherAddress() {
        Host higher = network.host("vl-higher").plug(lan, "eth0", "192.168.1.13/24");
        try (DriverPeer driver = DriverPeer.start(higher, Rig.instance(100))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 100");
            keepalived.awaitLine("Entering BACKUP STATE", SOON);
            driver.freeze(); // so that there are two when it thaws
            keepalived.awaitLine("Entering MASTER STATE", SOON);
            int heard = keepalived.lineCount();
            driver.thaw();
            keepalived.awaitLineAfter(heard, "same priority 100 but higher IP address than ours", SOON);
            keepalived.awaitLineAfter(heard, "Entering BACKUP STATE", SOON);
            assertEquals(VrrpState.MASTER, driver.instance().state());
        }
    }

    @Test
    void ofTwoEqualMastersWeYieldToTheHigherAddress() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            KeepalivedPeer keepalived = KeepalivedPeer.start(theirs, "priority 100");
            keepalived.awaitLine("Entering BACKUP STATE", SOON);
            driver.freeze();
            keepalived.awaitLine("Entering MASTER STATE", SOON);
            driver.thaw();
            driver.awaitState(VrrpState.BACKUP, SOON);
            driver.awaitLine("same priority 100 but higher IP address than ours", SOON);
            assertTrue(theirs.hasAddress(VIP));
        }
    }

    private static ElectionSettings elect(int priority) {
        return ElectionSettings.of(InitialState.BACKUP, priority);
    }

    private static void awaitAdvertsSent(DriverPeer driver, int count) {
        Await.until(
                count + " adverts sent",
                SOON,
                () -> driver.instance().counters().advertsSent() >= count);
    }

    private static void awaitAdvertsReceived(DriverPeer driver, int count) {
        Await.until(
                count + " adverts received",
                SOON,
                () -> driver.instance().counters().advertsReceived() >= count);
    }
}
