package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;
import org.lvsdirector.vrrp.testing.Variants;

/** What the driver does for the machine, and what it makes of ports that fail. */
class DriverActionsTest extends DriverRig {
    @Test
    void anAddressThatSomebodyRemovedIsNoticedButNotOurOwnRemovals() {
        VrrpDriver driver = started(instance(100));
        becomeMaster(driver);
        machine.tellOfAddresses();
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver));
        machine.removeAddress("eth0", VIP);
        driver.turn();
        assertTrue(machine.has("eth0", VIP), "put back");
        assertEquals(VrrpState.MASTER, state(driver));
        assertEquals(1, machine.sink.count("(VI_1) putting back 192.168.1.100, which somebody else removed"));
        machine.removeAddress("eth0", VIP);
        driver.turn();
        assertTrue(machine.has("eth0", VIP), "and again");
    }

    @Test
    void anAddressThatTheKernelRefusedIsNotTakenForOneThatWasRemoved() {
        machine.refuse(VIP);
        VrrpDriver driver = started(instance(100, VIP, SECOND_VIP));
        becomeMaster(driver);
        assertTrue(machine.has("eth0", SECOND_VIP), "the others are added all the same");
        assertEquals(1, machine.sink.count("cannot add 192.168.1.100: EINVAL"));
        assertEquals(1, status(driver).failedActions());
        machine.tellOfAddresses();
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver));
    }

    @Test
    void theAdvertisementsOfAllInstancesLeaveBeforeTheFirstAddressComes() {
        InstanceSettings first = instance(100);
        InstanceSettings second = InstanceSettings.of(
                "VI_2",
                "eth0",
                AdvertisementSettings.v2(52, SECOND, Authentication.NONE),
                first.election(),
                List.of(VirtualAddress.of(SECOND_VIP)));
        VrrpDriver driver = started(first, second);
        machine.waiter.advance(LONGER_THAN_MASTER_DOWN);
        machine.journal.clear();
        driver.turn();
        List<String> begin = machine.journal.subList(0, 3);
        assertEquals(List.of("advert priority 100", "advert priority 100", "add 192.168.1.100 on eth0"), begin);
    }

    @Test
    void advertisementsThatCannotLeaveAreLoggedOnceUntilOneDoes() {
        VrrpDriver driver = started(instance(100));
        becomeMaster(driver);
        for (boolean refused : new boolean[] {true, true, false, true}) {
            machine.transport.refuseToSend(refused);
            machine.waiter.await(driver.nextDeadlineNanos());
            machine.waiter.advance(SECOND);
            driver.turn();
        }
        assertEquals(2, machine.sink.count("(VI_1) Cant send advert to 224.0.0.18 (Network is unreachable)"));
        assertEquals(3, status(driver).failedActions());
    }

    @Test
    void interfacesThatCannotBeFollowedAreLoggedOnceAndCaughtUpWith() {
        VrrpDriver driver = started(instance(100));
        becomeMaster(driver);
        machine.followsInterfaces = false;
        machine.removeAddress("eth0", VIP);
        driver.turn();
        driver.turn();
        assertEquals(VrrpState.MASTER, state(driver));
        assertEquals(1, machine.sink.count("cannot follow interfaces: EINTR"));
        machine.followsInterfaces = true;
        driver.turn();
        assertTrue(machine.has("eth0", VIP));
    }

    @Test
    void aMachineWithoutFirewallWarnsOnceAndGoesOn() {
        machine.hasFirewall = false;
        VrrpDriver driver = started(Variants.notAccepting(instance(100)));
        becomeMaster(driver);
        assertEquals(VrrpState.MASTER, state(driver));
        assertEquals(1, machine.sink.count("traffic to these addresses is not dropped"));
    }

    @Test
    void trafficIsDroppedBeforeTheAddressIsThereAndAllowedAfterItIsGone() {
        VrrpDriver driver = started(Variants.notAccepting(instance(100)));
        machine.journal.clear();
        becomeMaster(driver);
        List<String> journal = machine.journal;
        assertTrue(journal.indexOf("drop [192.168.1.100]") < journal.indexOf("add 192.168.1.100 on eth0"));
        assertTrue(journal.contains("drop [192.168.1.100]"));
        machine.journal.clear();
        arrive(advert(150));
        driver.turn();
        assertTrue(journal.indexOf("remove 192.168.1.100") < journal.indexOf("drop []"), journal.toString());
        assertEquals(0, machine.dropped.size());
    }
}
