package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Capture;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.vrrp.machine.InstanceCounters;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.Family;

/** Version 3 between our driver and FRR's vrrpd, in both roles: takeover by priority, by a crash and by a clean stop. */
@Tag("netns")
class FrrInteropTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    final Network network = Network.perTest();

    private Lan lan;
    private Host ours;
    private Host theirs;

    @BeforeEach
    void makeMachines() {
        lan = network.lan("vl-lan");
        ours = network.host("vl-ours").plug(lan, "eth0", "192.168.1.11/24", "2001:db8::11/64");
        theirs = network.host("vl-theirs").plug(lan, "eth0", "192.168.1.12/24", "2001:db8::12/64");
    }

    static Stream<Mode> families() {
        return Stream.of(Mode.V3_IPV4, Mode.V3_IPV6);
    }

    @ParameterizedTest
    @MethodSource("families")
    void weTakeOverFromAKilledFrrAndYieldWhenItIsBack(Mode mode) {
        FrrPeer frr = FrrPeer.start(theirs, 150);
        frr.await(name(mode), "Backup -> Master", SOON);
        try (DriverPeer driver = DriverPeer.start(ours, mode.settings(100))) {
            awaitHeard(driver);
            assertEquals(VrrpState.BACKUP, driver.instance().state());
            frr.kill();
            driver.awaitState(VrrpState.MASTER, SOON);
            Await.until("the address is here", SOON, () -> ours.hasAddress(mode.address()));
            frr.restart();
            frr.await(name(mode), "Backup -> Master", SOON);
            driver.awaitState(VrrpState.BACKUP, SOON);
            Await.until("the address is gone", SOON, () -> !ours.hasAddress(mode.address()));
            assertNothingWrong(driver.instance().counters());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void weTakeOverAtOnceWhenFrrResigns(Mode mode) {
        FrrPeer frr = FrrPeer.start(theirs, 150);
        frr.await(name(mode), "Backup -> Master", SOON);
        try (DriverPeer driver = DriverPeer.start(ours, mode.settings(100))) {
            awaitHeard(driver);
            frr.stop();
            driver.awaitState(VrrpState.MASTER, SOON);
            driver.awaitLine("Backup received priority 0 advertisement", SOON);
            assertEquals(1, driver.instance().counters().priorityZeroReceived());
            assertNothingWrong(driver.instance().counters());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void frrHeedsUsAndTakesOverWhenWeResign(Mode mode) {
        try (Capture wire = lan.capture("proto 112 or ip6 proto 112");
                DriverPeer driver = DriverPeer.start(ours, mode.settings(150))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            FrrPeer frr = FrrPeer.start(theirs, 100);
            frr.await(name(mode), "Initialize -> Backup", SOON);
            long sent = driver.instance().counters().advertsSent();
            Await.until(
                    "more than a master-down interval of adverts to the peer",
                    SOON,
                    () -> driver.instance().counters().advertsSent() >= sent + 6);
            assertFalse(frr.output().contains("[" + name(mode) + "] Backup -> Master"), frr.output());
            driver.stop();
            frr.await(name(mode), "Backup -> Master", SOON);
            Await.until("its advertisements", SOON, () -> wire.lines().stream()
                    .anyMatch(line -> line.text().contains("vrid 51, prio 100")));
            assertFalse(
                    wire.lines().stream().anyMatch(line -> line.text().contains("bad")),
                    wire.lines().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void frrTakesOverWhenWeFallSilentAndYieldsToOurPriorityWhenWeAreBack(Mode mode) {
        try (DriverPeer driver = DriverPeer.start(ours, mode.settings(200))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            FrrPeer frr = FrrPeer.start(theirs, 150);
            frr.await(name(mode), "Initialize -> Backup", SOON);
            driver.freeze();
            frr.await(name(mode), "Backup -> Master", SOON);
            int said = frr.lineCount();
            driver.thaw();
            frr.awaitAfter(said, name(mode), "Master -> Backup", SOON);
            driver.awaitState(VrrpState.MASTER, SOON);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void theHigherPriorityPreemptsWhoeverHasIt(Mode mode) {
        FrrPeer frr = FrrPeer.start(theirs, 100);
        frr.await(name(mode), "Backup -> Master", SOON);
        int said = frr.lineCount();
        try (DriverPeer driver = DriverPeer.start(ours, mode.settings(150))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            frr.awaitAfter(said, name(mode), "Master -> Backup", SOON);
            Await.until("the address is here", SOON, () -> ours.hasAddress(mode.address()));
            assertNothingWrong(driver.instance().counters());
        }
    }

    /** As FRR calls it. */
    private static String name(Mode mode) {
        return mode.ours().family() == Family.IPV4 ? "IPv4" : "IPv6";
    }

    private static void awaitHeard(DriverPeer driver) {
        Await.value(
                "it hears the master",
                SOON,
                () -> driver.instance().counters(),
                counters -> counters.advertsReceived() > 1);
    }

    private static void assertNothingWrong(InstanceCounters counters) {
        assertEquals(Map.of(), counters.rejected());
        assertEquals(0, counters.addressListErrors());
    }
}
