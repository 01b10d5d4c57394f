package org.lvsdirector.control.parent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.address;
import static org.lvsdirector.plan.Tables.tcp;
import static org.lvsdirector.plan.Tables.virtual;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.netlink.route.HardwareAddress;
import org.lvsdirector.netlink.route.InMemoryInterfaces;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.OperState;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.reconcile.FileLedger;
import org.lvsdirector.vrrp.runtime.StartOrder.Leftover;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** What the parent takes away in place of a child that cannot. */
class SweepTest {
    private static final ServiceKey OURS = tcp("192.0.2.1", 80);
    private static final ServiceKey STRANGERS = tcp("192.0.2.2", 80);

    private static final Link ETH0 =
            new Link(3, "eth0", HardwareAddress.NONE, 1500, Link.UP | Link.RUNNING, OperState.UP, 0, 0, "veth");

    private final InMemoryInterfaces interfaces = new InMemoryInterfaces();
    private final InMemoryIpvs ipvs = new InMemoryIpvs();

    @Test
    void addressesThatTheLedgerNamesGoAndOthersStay() {
        interfaces.put(ETH0);
        interfaces.add(on("192.0.2.7"));
        interfaces.add(on("192.0.2.8"));
        assertTrue(Sweep.addresses(
                List.of(left("eth0", "192.0.2.8"), left("eth0", "192.0.2.9"), left("gone0", "192.0.2.7")), interfaces));
        assertEquals(
                List.of(address("192.0.2.7")),
                interfaces.addresses().stream().map(InterfaceAddress::local).toList());
    }

    @Test
    void servicesThatTheLedgerNamesGoAndTheLedgerForgetsThem(@TempDir Path folder) {
        FileLedger ledger = ledgerOfOurs(folder);
        ipvs.apply(List.of(
                new IpvsChange.AddService(virtual(OURS, "rr")), new IpvsChange.AddService(virtual(STRANGERS, "rr"))));
        Sweep.services(ledger, ipvs);
        assertEquals(1, ipvs.services().size());
        assertEquals(STRANGERS, ipvs.services().get(0).service().key());
        assertEquals(Ownership.NOTHING, ledger.read().ownership());
    }

    private FileLedger ledgerOfOurs(Path folder) {
        FileLedger ledger = new FileLedger(folder.resolve("director.table"));
        ledger.write(new Ownership(Map.of(OURS, Set.of())));
        return ledger;
    }

    private static Leftover left(String interfaceName, String text) {
        return new Leftover(interfaceName, VirtualAddress.of(address(text), 32));
    }

    private static InterfaceAddress on(String text) {
        return InterfaceAddress.of(ETH0.index(), address(text), 32);
    }
}
