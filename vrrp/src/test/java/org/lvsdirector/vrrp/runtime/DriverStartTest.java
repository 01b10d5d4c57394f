package org.lvsdirector.vrrp.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.settings.RouterSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** How a driver begins, and what it makes of what it finds. */
class DriverStartTest extends DriverRig {
    @Test
    void aStartRemovesAddressesOfFormerProcessesBeforeTheFirstPacket() {
        machine.addAddress("eth0", VIP);
        machine.addAddress("eth1", SECOND_VIP);
        StartOrder order = new StartOrder(
                RouterSettings.of(List.of(instance(255))),
                List.of(),
                List.of(new StartOrder.Leftover("eth1", VirtualAddress.of(SECOND_VIP))));
        VrrpDriver driver = new VrrpDriver(machine.ports(), order);
        driver.start();
        assertEquals(VrrpState.MASTER, state(driver), "the owner of the addresses begins at once");
        List<String> journal = machine.journal;
        int firstPacket = journal.indexOf("advert priority 255");
        assertTrue(journal.indexOf("remove 192.168.1.101") < firstPacket, journal.toString());
        assertTrue(journal.indexOf("remove 192.168.1.100") < firstPacket, journal.toString());
        assertTrue(journal.contains("remove 192.168.1.101"));
        assertTrue(machine.has("eth0", VIP));
        assertEquals(1, machine.sink.count("removed 192.168.1.101/32 from eth1, left by a former process"));
    }

    @Test
    void aMasterThatComesBackInTimeKeepsItsAddress() {
        machine.addAddress("eth0", VIP);
        VrrpDriver driver = resumed(SECOND);
        assertEquals(VrrpState.MASTER, state(driver));
        assertTrue(machine.has("eth0", VIP));
        assertFalse(machine.journal.contains("remove 192.168.1.100"));
    }

    @Test
    void aMasterThatComesBackTooLateGivesItsAddressUp() {
        machine.addAddress("eth0", VIP);
        VrrpDriver driver = resumed(LONGER_THAN_MASTER_DOWN);
        assertEquals(VrrpState.BACKUP, state(driver));
        assertFalse(machine.has("eth0", VIP));
        assertEquals(List.of(), machine.transport.sent());
    }

    @Test
    void theSourceIsTheFirstAddressThatIsNotVirtual() {
        machine.removeAddress("eth0", OWN);
        machine.addAddress("eth0", VIP);
        VrrpDriver driver = started(instance(100));
        assertEquals(VrrpState.FAULT, state(driver), "the only address was a virtual one, left behind");
        machine.addAddress("eth0", OWN);
        driver.turn();
        becomeMaster(driver);
        byte[] datagram = machine.transport.sent().get(0);
        assertEquals("192.168.1.11", ip(datagram[12], datagram[13], datagram[14], datagram[15]));
    }

    @Test
    void anInterfaceThatCannotBeOpenedIsAFaultUntilItCan() {
        machine.transport.refuseToOpen(true);
        VrrpDriver driver = started(instance(100));
        assertEquals(VrrpState.FAULT, state(driver));
        assertEquals(1, machine.sink.count("cannot use interface eth0 for VRRP: EPERM"));
        machine.transport.refuseToOpen(false);
        machine.link("eth0", LinkState.UP);
        driver.turn();
        assertEquals(VrrpState.BACKUP, state(driver));
    }

    @Test
    void aReplacedInterfaceGetsANewEndpoint() {
        VrrpDriver driver = started(instance(100));
        machine.link("eth0", LinkState.MISSING);
        driver.turn();
        assertEquals(0, machine.transport.open().size());
        assertEquals(VrrpState.FAULT, state(driver));
        machine.link("eth0", LinkState.UP);
        driver.turn();
        assertEquals(1, machine.transport.open().size());
    }
}
