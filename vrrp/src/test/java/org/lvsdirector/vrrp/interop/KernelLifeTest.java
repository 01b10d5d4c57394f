package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.vrrp.interop.Rig.SOON;
import static org.lvsdirector.vrrp.interop.Rig.VIP;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Absences;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;
import org.lvsdirector.vrrp.machine.NotifyState;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.runtime.StartOrder;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterOptions;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.testing.Variants;

/** What happens to interfaces and addresses under a running driver, and what the driver leaves behind. */
@Tag("netns")
class KernelLifeTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private Lan lan;
    private Host ours;
    private Host client;

    @BeforeEach
    void makeMachines() {
        lan = network.lan("vl-lan");
        ours = network.host("vl-ours").plug(lan, "eth0", "192.168.1.11/24");
        client = network.host("vl-client").plug(lan, "eth0", "192.168.1.12/24");
    }

    @Test
    void aCutCableIsAFaultAndAMendedOneTheEndOfIt() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            lan.cut(ours);
            driver.awaitState(VrrpState.FAULT, SOON);
            assertFalse(ours.hasAddress(VIP));
            lan.mend(ours);
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(ours.hasAddress(VIP));
            assertEquals(
                    List.of(
                            NotifyState.BACKUP,
                            NotifyState.MASTER,
                            NotifyState.FAULT,
                            NotifyState.BACKUP,
                            NotifyState.MASTER),
                    driver.notifications());
        }
    }

    @Test
    void anInterfaceThatIsReplacedIsUsedAgain() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            ours.exec("ip", "link", "delete", "eth0");
            driver.awaitState(VrrpState.FAULT, SOON);
            ours.plug(network.lan("vl-second"), "eth0", "192.168.1.11/24");
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(ours.hasAddress(VIP));
        }
    }

    @Test
    void anInterfaceThatAppearsLateIsWaitedForAtFault() {
        Host late = network.host("vl-late");
        try (DriverPeer driver = DriverPeer.start(late, Rig.instance(100))) {
            driver.awaitState(VrrpState.FAULT, SOON);
            late.plug(lan, "eth0", "192.168.1.13/24");
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(late.hasAddress(VIP));
        }
    }

    @Test
    void anAddressThatSomebodyRemovesIsBackWithinATenthOfASecond() {
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100));
                Running monitor = ours.start("ip", "-ts", "-o", "monitor", "address", "dev", "eth0");
                Running neighbours = client.start("tcpdump", "-l", "-n", "--immediate-mode", "-i", "eth0", "arp")) {
            driver.awaitState(VrrpState.MASTER, SOON);
            monitor.awaitLine("inet " + VIP, SOON);
            neighbours.awaitLine("tell " + VIP, SOON);
            int heard = neighbours.lines().size();
            new Absences(monitor)
                    .awaitShorterThan(
                            Duration.ofMillis(100),
                            "inet " + VIP,
                            () -> ours.exec("ip", "address", "delete", VIP + "/32", "dev", "eth0"));
            assertTrue(ours.hasAddress(VIP));
            neighbours.awaitLineAfter(heard, "tell " + VIP, SOON);
            assertEquals(List.of(NotifyState.BACKUP, NotifyState.MASTER), driver.notifications(), "still master");
        }
    }

    @Test
    void likeKeepalivedItMayStandForElectionAnewInstead() {
        RouterSettings settings =
                RouterSettings.of(List.of(Rig.instance(100))).withOptions(new RouterOptions(0, 0, false));
        try (DriverPeer driver = DriverPeer.start(ours, StartOrder.cold(settings))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            ours.exec("ip", "address", "delete", VIP + "/32", "dev", "eth0");
            Await.until(
                    "it steps down first", SOON, () -> driver.notifications().size() >= 3);
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(ours.hasAddress(VIP));
        }
    }

    @Test
    void addressesHaveTheirPeersLifetimesAndFlags() {
        InstanceSettings plain = Rig.instance(100);
        InstanceSettings unusual = InstanceSettings.of(
                plain.name(),
                plain.interfaceName(),
                plain.advertisement(),
                plain.election(),
                List.of(new VirtualAddress(
                        Rig.ip(VIP),
                        30,
                        null,
                        0,
                        null,
                        null,
                        Rig.ip("192.168.1.101"),
                        null,
                        Set.of(AddressOption.NO_PREFIX_ROUTE, AddressOption.NOT_TRACKED))));
        try (DriverPeer driver = DriverPeer.start(ours, unusual)) {
            driver.awaitState(VrrpState.MASTER, SOON);
            String shown = ours.exec("ip", "address", "show", "dev", "eth0");
            assertTrue(shown.contains("inet 192.168.1.100 peer 192.168.1.101/30 scope global noprefixroute"), shown);
        }
        assertFalse(ours.hasAddress(VIP));
    }

    @Test
    void clientsReachTheAddressUnlessItMustNotBeAccepted() {
        InstanceSettings plain = Rig.instance(100);
        try (DriverPeer driver = DriverPeer.start(ours, plain)) {
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(reaches(VIP));
        }
        try (DriverPeer driver = DriverPeer.start(ours, Variants.notAccepting(plain))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            assertTrue(ours.hasAddress(VIP));
            assertFalse(reaches(VIP));
            assertTrue(reaches("192.168.1.11"));
            assertTrue(ours.exec("nft", "list", "ruleset").contains("elements = { " + VIP + " }"));
        }
        assertEquals("", ours.exec("nft", "list", "ruleset"));
    }

    @Test
    void aStartRemovesWhatAFormerProcessLeft() {
        ours.addAddress("eth0", VIP + "/32").addAddress("eth0", "192.168.1.199/32");
        StartOrder order = new StartOrder(
                RouterSettings.of(List.of(Rig.instance(100))),
                List.of(),
                List.of(new StartOrder.Leftover("eth0", VirtualAddress.of(Rig.ip("192.168.1.199")))));
        try (DriverPeer driver = DriverPeer.start(ours, order)) {
            driver.awaitState(VrrpState.BACKUP, SOON);
            assertFalse(ours.hasAddress(VIP));
            assertFalse(ours.hasAddress("192.168.1.199"));
            assertTrue(ours.hasAddress("192.168.1.11"));
        }
    }

    @Test
    void otherSettingsChangeAddressesWithoutALapseInMastery() throws Exception {
        InstanceSettings before = Rig.instance(100);
        InstanceSettings after = InstanceSettings.of(
                "VI_1",
                "eth0",
                before.advertisement(),
                before.election(),
                List.of(VirtualAddress.of(Rig.ip("192.168.1.101"))));
        try (DriverPeer driver = DriverPeer.start(ours, before)) {
            driver.awaitState(VrrpState.MASTER, SOON);
            driver.driver().commit(RouterSettings.of(List.of(after))).get(5, TimeUnit.SECONDS);
            assertEquals(VrrpState.MASTER, driver.instance().state());
            assertTrue(ours.hasAddress("192.168.1.101"));
            assertFalse(ours.hasAddress(VIP));

            driver.driver().commit(RouterSettings.EMPTY).get(5, TimeUnit.SECONDS);
            assertFalse(ours.hasAddress("192.168.1.101"));
            assertEquals(List.of(), driver.status().router().instances());
        }
    }

    @Test
    void addressesMayBeLeftBehindOnPurpose() {
        DriverPeer driver = DriverPeer.start(ours, Rig.instance(100));
        driver.awaitState(VrrpState.MASTER, SOON);
        driver.driver().shutdown(true);
        driver.stop();
        assertTrue(ours.hasAddress(VIP));
    }

    private boolean reaches(String address) {
        return client.run("ping", "-c", "1", "-W", "1", address).exitCode() == 0;
    }
}
