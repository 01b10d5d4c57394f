package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lvsdirector.vrrp.interop.Rig.SOON;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;
import org.lvsdirector.vrrp.machine.VrrpState;

/** Takeover between our driver and keepalived, in both directions, in every way to speak VRRP that both have. */
@Tag("netns")
class ModesInteropTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private Host ours;
    private Host theirs;
    private Host listener;

    @BeforeEach
    void makeMachines() {
        Lan lan = network.lan("vl-lan");
        ours = network.host("vl-ours").plug(lan, "eth0", "192.168.1.11/24", "2001:db8::11/64");
        theirs = network.host("vl-theirs").plug(lan, "eth0", "192.168.1.12/24", "2001:db8::12/64");
        listener = network.host("vl-listener").plug(lan, "eth0", "192.168.1.13/24");
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.interop.Mode#all")
    void weTakeOverFromAKilledKeepalivedAndYieldWhenItIsBack(Mode mode) {
        KeepalivedPeer keepalived = KeepalivedPeer.startInstance(theirs, mode.words(150));
        keepalived.awaitLine("Entering MASTER STATE", SOON);
        try (DriverPeer driver = DriverPeer.start(ours, mode.settings(100))) {
            awaitHeard(driver);
            assertEquals(VrrpState.BACKUP, driver.instance().state());
            keepalived.kill();
            driver.awaitState(VrrpState.MASTER, SOON);
            Await.until("the address is here", SOON, () -> ours.hasAddress(mode.address()));

            keepalived.restart();
            driver.awaitState(VrrpState.BACKUP, SOON);
            Await.until("the address is gone", SOON, () -> !ours.hasAddress(mode.address()));
            assertEquals(Map.of(), driver.instance().counters().rejected());
            assertEquals(0, driver.instance().counters().addressListErrors());
        }
    }

    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.interop.Mode#all")
    void keepalivedHeedsUsAndTakesOverWhenWeResign(Mode mode) {
        try (Running tcpdump = listen();
                DriverPeer driver = DriverPeer.start(ours, mode.settings(150))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            KeepalivedPeer keepalived = KeepalivedPeer.startInstance(theirs, mode.words(100));
            keepalived.awaitLine("Entering BACKUP STATE", SOON);
            long sent = driver.instance().counters().advertsSent();
            Await.until(
                    "adverts to the peer",
                    SOON,
                    () -> driver.instance().counters().advertsSent() >= sent + 5);
            assertFalse(keepalived.output().contains("Entering MASTER STATE"), keepalived.output());
            driver.stop();
            keepalived.awaitLine("Backup received priority 0 advertisement", SOON);
            keepalived.awaitLine("Entering MASTER STATE", SOON);
            Await.until("the address is there", SOON, () -> theirs.hasAddress(mode.address()));
            assertFalse(tcpdump.output().contains("bad"), tcpdump.output());
        }
    }

    private static void awaitHeard(DriverPeer driver) {
        Await.value(
                "it hears the master",
                SOON,
                () -> driver.instance().counters(),
                counters -> counters.advertsReceived() > 1);
    }

    private Running listen() {
        Running tcpdump = listener.start(
                "tcpdump",
                "-l",
                "-n",
                "-vvv",
                "--immediate-mode",
                "-i",
                "eth0",
                "proto 112 or proto 51 or ip6 proto 112");
        tcpdump.awaitLine("listening on", SOON);
        return tcpdump;
    }
}
