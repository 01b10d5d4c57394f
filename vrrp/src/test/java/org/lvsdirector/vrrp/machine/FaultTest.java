package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.packet.Delivery;
import org.lvsdirector.vrrp.packet.Rejection;
import org.lvsdirector.vrrp.packet.Unicast;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.RouterSettings;

/** FAULT: an instance that cannot serve says why, resigns, and comes back as BACKUP. */
class FaultTest {
    private static final List<String> RESIGNS =
            List.of("VI_1 advert 0", "VI_1 hush", "VI_1 remove 10.0.0.100", "notify INSTANCE VI_1 FAULT 100");

    private final Given given = Given.priority(100);
    private final InstanceKey key = given.settings().key();
    private final Bench bench = Bench.started(given.settings());

    /** {@code unicast_fault_no_peer}: nobody to tell is no reason to be MASTER for oneself. */
    @Test
    void unicastWithoutAPeerIsAFault() {
        InstanceSettings settings = given.settings();
        Delivery nowhere = settings.advertisement().delivery().withUnicast(new Unicast(List.of(), 64, false));
        Bench alone = Bench.started(given.advertising(settings.advertisement().withDelivery(nowhere))
                .settings());
        assertEquals(VrrpState.FAULT, alone.state("VI_1"));
        assertEquals(List.of("no unicast peer"), alone.status("VI_1").faults());
    }

    /** As keepalived 2.2.7: FAULT, priority 0, addresses off. */
    @Test
    void aMasterWhoseLinkGoesDownResigns() {
        bench.until(4);
        bench.logged();

        assertEquals(RESIGNS, bench.link("eth0", LinkState.DOWN));
        assertEquals(
                List.of(
                        "Netlink reports eth0 down",
                        "(VI_1) entering FAULT state (interface eth0 down)",
                        "(VI_1) Entering FAULT STATE",
                        "(VI_1) sent 0 priority",
                        "(VI_1) removing VIPs."),
                bench.logged());
        assertEquals(List.of("interface eth0 down"), bench.status("VI_1").faults());
        assertEquals(List.of(), bench.status("VI_1").heldAddresses());
        assertFalse(bench.hasDeadline());
    }

    @Test
    void aBackupWhoseLinkGoesDownSendsNothing() {
        assertEquals(List.of("notify INSTANCE VI_1 FAULT 100"), bench.link("eth0", LinkState.DOWN));
    }

    /** Back up: BACKUP, and the whole master-down interval, whatever {@code state} says. */
    @Test
    void aLinkThatComesUpMakesItBackup() {
        Bench master = Bench.started(given.configuredMaster().settings());
        master.until(4);
        master.link("eth0", LinkState.DOWN);
        master.until(10);
        master.logged();

        assertEquals(List.of("notify INSTANCE VI_1 BACKUP 100"), master.link("eth0", LinkState.UP));
        assertEquals(List.of("Netlink reports eth0 up", "(VI_1) Entering BACKUP STATE"), master.logged());
        assertEquals("13.609 VI_1 advert 100", master.until(14).get(0));
    }

    @Test
    void anOwnerIsMasterAgainAtOnce() {
        Bench owner = Bench.started(Given.priority(255).settings());
        owner.link("eth0", LinkState.DOWN);

        assertEquals("VI_1 advert 255", owner.link("eth0", LinkState.UP).get(0));
        assertEquals(VrrpState.MASTER, owner.state("VI_1"));
    }

    @Test
    void startsAtFaultWithoutItsInterfaceAndRecoversWhenItAppears() {
        Bench late = Bench.of(given.settings());
        late.link("eth0", LinkState.MISSING);
        late.feed(new RouterEvent.SourceAddressChanged(key, null));

        assertEquals(List.of("VI_1 hush", "VI_1 remove 10.0.0.100", "notify INSTANCE VI_1 FAULT 100"), late.start());
        assertEquals(List.of("interface eth0 missing"), late.status("VI_1").faults());
        assertEquals(List.of(), late.link("eth0", LinkState.DOWN));
        assertEquals(
                List.of("interface eth0 down", "no IPv4 address for interface eth0"),
                late.status("VI_1").faults());
        assertEquals(List.of(), late.link("eth0", LinkState.UP));
        assertEquals(
                List.of("notify INSTANCE VI_1 BACKUP 100"),
                late.feed(new RouterEvent.SourceAddressChanged(key, Bench.address(Bench.OWN))));
    }

    @Test
    void aSourceAddressThatVanishesIsAFault() {
        bench.until(4);
        bench.logged();

        assertEquals(RESIGNS, bench.feed(new RouterEvent.SourceAddressChanged(key, null)));
        assertEquals(
                "(VI_1) entering FAULT state (no IPv4 address for interface eth0)",
                bench.logged().get(0));
    }

    @Test
    void aConfiguredSourceIsTakenOnTrustUnlessTracked() {
        AdvertisementSettings chosen = given.advertisement().withSource(Bench.address("10.0.0.77"));
        Bench trusting = Bench.started(given.advertising(chosen).settings());
        assertEquals(List.of(), trusting.feed(new RouterEvent.SourceAddressChanged(key, null)));

        AdvertisementSettings tracked = new AdvertisementSettings(
                chosen.version(),
                chosen.vrid(),
                chosen.intervalNanos(),
                chosen.source(),
                true,
                chosen.delivery(),
                chosen.authentication());
        Bench careful = Bench.started(given.advertising(tracked).settings());
        careful.feed(new RouterEvent.SourceAddressChanged(key, null));
        assertEquals(
                List.of("source address 10.0.0.77 not on interface eth0"),
                careful.status("VI_1").faults());
    }

    @Test
    void anUntrackedPrimaryInterfaceMayBeDownButNotMissing() {
        Bench loose = Bench.started(given.flags(false, true, false).settings());

        assertEquals(List.of(), loose.link("eth0", LinkState.DOWN));
        assertEquals(List.of("notify INSTANCE VI_1 FAULT 100"), loose.link("eth0", LinkState.MISSING));
    }

    @Test
    void packetsAndOthersLinksMeanNothingToIt() {
        bench.link("eth0", LinkState.DOWN);

        assertEquals(List.of(), bench.hear("VI_1", 0, Bench.LOWER));
        assertEquals(List.of(), bench.hear("VI_1", 200, Bench.LOWER));
        assertEquals(List.of(), bench.reject("VI_1", Rejection.TTL, 1, 255));
        assertEquals(List.of(), bench.link("eth7", LinkState.UP));
        assertEquals(0, bench.status("VI_1").counters().advertsReceived());
    }

    @Test
    void otherInstancesGoOn() {
        Bench two = Bench.started(RouterSettings.of(List.of(
                given.settings(), Given.instance("VI_2", 52, 100).on("eth1").settings())));
        two.until(4);
        two.link("eth0", LinkState.DOWN);

        assertEquals(VrrpState.FAULT, two.state("VI_1"));
        assertEquals(VrrpState.MASTER, two.state("VI_2"));
    }
}
