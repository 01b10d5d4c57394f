package org.lvsdirector.vrrp.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.route.AddressFlag;
import org.lvsdirector.netlink.route.HardwareAddress;
import org.lvsdirector.netlink.route.InMemoryInterfaces;
import org.lvsdirector.netlink.route.InterfaceAddress;
import org.lvsdirector.netlink.route.InterfaceEvent;
import org.lvsdirector.netlink.route.InterfaceEvents;
import org.lvsdirector.netlink.route.InterfaceException;
import org.lvsdirector.netlink.route.Link;
import org.lvsdirector.netlink.route.OperState;
import org.lvsdirector.vrrp.machine.LinkState;
import org.lvsdirector.vrrp.runtime.InterfaceMonitor;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.settings.AddressOption;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** What is known of interfaces, and addresses put on them, over a kernel in memory. */
class InterfaceCacheTest {
    private static final int RUNNING = Link.UP | Link.RUNNING | Link.LOWER_UP;

    private final InMemoryInterfaces kernel = new InMemoryInterfaces();
    private final List<String> told = new ArrayList<>();
    private final InterfaceMonitor.Listener listener = new InterfaceMonitor.Listener() {
        @Override
        public void linkChanged(String interfaceName, LinkState state) {
            told.add(interfaceName + " " + state);
        }

        @Override
        public void addressesChanged() {
            told.add("addresses");
        }
    };
    private InterfaceCache cache;

    @BeforeEach
    void begin() throws UnknownHostException {
        kernel.put(link(2, "eth0", RUNNING));
        kernel.add(InterfaceAddress.of(2, InetAddress.getByName("192.168.1.11"), 24));
        cache = new InterfaceCache(kernel, kernel.events());
    }

    @Test
    void itBeginsWithWhatIsThere() throws UnknownHostException {
        assertEquals(LinkState.UP, cache.state("eth0"));
        assertEquals(LinkState.MISSING, cache.state("eth1"));
        assertEquals(List.of(InetAddress.getByName("192.168.1.11")), cache.addresses("eth0"));
        assertEquals(List.of(), cache.addresses("eth1"));
        assertEquals(List.of(), refreshed());
    }

    @Test
    void onlyAChangeOfStateIsTold() {
        kernel.put(link(2, "eth0", RUNNING));
        assertEquals(List.of(), refreshed());
        kernel.put(link(2, "eth0", Link.UP));
        kernel.put(link(2, "eth0", RUNNING));
        assertEquals(List.of("eth0 DOWN", "eth0 UP"), refreshed(), "also one that was short");
        kernel.put(link(3, "eth1", 0));
        assertEquals(List.of("eth1 DOWN"), refreshed());
    }

    @Test
    void anInterfaceThatIsReplacedIsMissingInBetween() {
        kernel.removeLink(2);
        kernel.put(link(7, "eth0", RUNNING));
        assertEquals(List.of("eth0 MISSING", "eth0 UP", "addresses"), refreshed());
        assertEquals(List.of(), cache.addresses("eth0"));
    }

    @Test
    void aReplacementWhoseBeginningWasLostIsNoticedToo() {
        kernel.removeLink(2);
        kernel.put(link(7, "eth0", RUNNING));
        kernel.loseEvents();
        assertEquals(List.of("eth0 MISSING", "eth0 UP", "addresses"), refreshed());
    }

    @Test
    void whatAFailedRefreshMissedIsCaughtUpWith() {
        AtomicBoolean failed = new AtomicBoolean();
        InterfaceEvents failingOnce = new InterfaceEvents() {
            @Override
            public List<InterfaceEvent> poll() {
                if (!failed.getAndSet(true)) {
                    throw new InterfaceException("read events: EINTR", Errno.EINTR);
                }
                return List.of();
            }

            @Override
            public void close() {}
        };
        cache = new InterfaceCache(kernel, failingOnce);
        kernel.removeLink(2);
        assertThrows(PortException.class, this::refreshed);
        assertEquals(List.of("eth0 MISSING", "addresses"), refreshed());
        assertEquals(List.of(), refreshed());
    }

    @Test
    void aRenamedInterfaceIsMissingUnderItsOldName() {
        kernel.put(link(2, "lan0", RUNNING));
        assertEquals(List.of("eth0 MISSING", "lan0 UP"), refreshed());
        assertEquals(LinkState.MISSING, cache.state("eth0"));
    }

    @Test
    void addressesAreToldOnceHoweverManyCame() throws UnknownHostException {
        RouteAddressTable table = new RouteAddressTable(kernel, cache);
        VirtualAddress vip = VirtualAddress.of(InetAddress.getByName("192.168.1.100"));
        assertTrue(table.add(vip, "eth0"));
        assertFalse(table.add(vip, "eth0"));
        assertTrue(table.add(VirtualAddress.of(InetAddress.getByName("192.168.1.101")), "eth0"));
        assertEquals(List.of("addresses"), refreshed());
        assertEquals(3, cache.addresses("eth0").size());
        assertTrue(table.remove(vip, "eth0"));
        assertFalse(table.remove(vip, "eth0"));
        assertEquals(List.of("addresses"), refreshed());
    }

    @Test
    void anAddressIsPutWhereAndAsItWasSaid() throws UnknownHostException {
        kernel.put(link(3, "eth1", RUNNING));
        refreshed();
        RouteAddressTable table = new RouteAddressTable(kernel, cache);
        InetAddress broadcast = InetAddress.getByName("192.168.2.255");
        table.add(
                new VirtualAddress(
                        InetAddress.getByName("192.168.2.100"),
                        24,
                        "eth1",
                        InterfaceAddress.SCOPE_LINK,
                        broadcast,
                        "eth1:vip",
                        InetAddress.getByName("192.168.2.101"),
                        60L,
                        Set.of(AddressOption.NO_PREFIX_ROUTE, AddressOption.DETECT_DUPLICATES)),
                "eth0");
        InterfaceAddress stored = kernel.addresses().get(1);
        assertEquals(3, stored.linkIndex());
        assertEquals(24, stored.prefixLength());
        assertEquals(broadcast, stored.broadcast());
        assertEquals("eth1:vip", stored.label());
        assertEquals(InterfaceAddress.SCOPE_LINK, stored.scope());
        assertEquals(InetAddress.getByName("192.168.2.101"), stored.peer());
        assertEquals(60, stored.preferredSeconds());
        assertTrue(stored.flags().contains(AddressFlag.NOPREFIXROUTE));
    }

    @Test
    void anIpv6AddressIsUsableAtOnceAndNeverPreferredIfSingle() throws UnknownHostException {
        RouteAddressTable table = new RouteAddressTable(kernel, cache);
        table.add(VirtualAddress.of(InetAddress.getByName("2001:db8::100")), "eth0");
        table.add(VirtualAddress.of(InetAddress.getByName("2001:db8::101"), 64), "eth0");
        InterfaceAddress single = kernel.addresses().get(1);
        assertTrue(single.flags().contains(AddressFlag.NODAD));
        assertEquals(0, single.preferredSeconds());
        assertEquals(InterfaceAddress.FOREVER, kernel.addresses().get(2).preferredSeconds());
    }

    @Test
    void anInterfaceThatIsNotThereTakesNoAddressAndHasNone() throws UnknownHostException {
        RouteAddressTable table = new RouteAddressTable(kernel, cache);
        VirtualAddress vip = VirtualAddress.of(InetAddress.getByName("192.168.1.100"));
        PortException refused = assertThrows(PortException.class, () -> table.add(vip, "eth9"));
        assertEquals("cannot add 192.168.1.100 to eth9: there is no such interface", refused.getMessage());
        assertFalse(table.remove(vip, "eth9"));
    }

    private List<String> refreshed() {
        told.clear();
        cache.refresh(listener);
        return List.copyOf(told);
    }

    private static Link link(int index, String name, int flags) {
        HardwareAddress address = HardwareAddress.parse("02:00:00:00:00:01");
        return new Link(index, name, address, 1500, flags, OperState.UP, 0, 0, "veth");
    }
}
