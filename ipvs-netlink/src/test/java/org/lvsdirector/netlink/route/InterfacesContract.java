package org.lvsdirector.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.testing.Await;

/** What holds for the kernel and for its twin alike. Both have a link {@code eth0} that is up, and may have others. */
abstract class InterfacesContract {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int NO_SUCH_LINK = 4711;

    abstract Interfaces interfaces();

    /** Opened before the test began. */
    abstract InterfaceEvents events();

    /** Takes a link away, as an operator would. */
    abstract void removeEth0();

    /** Changes a link's maximum transmission unit, as an operator would. */
    abstract void setMtuOfEth0(int mtu);

    @Test
    void linksAreListedWithTheirProperties() {
        Link eth0 = eth0();
        assertTrue(eth0.index() > 0);
        assertTrue(eth0.usable());
        assertEquals(6, eth0.address().length());
        List<Integer> indexes = interfaces().links().stream().map(Link::index).toList();
        assertEquals(indexes.stream().sorted().toList(), indexes);
    }

    @Test
    void anAddressIsAddedOnceAndRemovedOnce() {
        InterfaceAddress vip = InterfaceAddress.of(eth0().index(), ip("192.168.1.100"), 32);
        assertTrue(interfaces().add(vip));
        assertFalse(interfaces().add(vip), "there already");
        assertTrue(present(vip));
        assertTrue(interfaces().remove(vip));
        assertFalse(interfaces().remove(vip), "gone already");
        assertFalse(present(vip));
    }

    @Test
    void theSameAddressWithAnotherPrefixIsAnotherAddress() {
        InterfaceAddress single = InterfaceAddress.of(eth0().index(), ip("192.168.1.100"), 32);
        InterfaceAddress subnet = InterfaceAddress.of(eth0().index(), ip("192.168.1.100"), 24);
        assertTrue(interfaces().add(single));
        assertTrue(interfaces().add(subnet));
        assertTrue(interfaces().remove(single));
        assertTrue(present(subnet));
        assertTrue(interfaces().remove(subnet));
    }

    @Test
    void whatWasSaidOfAnIpv4AddressIsReadBack() {
        InterfaceAddress said = new InterfaceAddress(
                eth0().index(),
                ip("192.168.7.100"),
                24,
                null,
                ip("192.168.7.255"),
                InterfaceAddress.SCOPE_LINK,
                "eth0:vip",
                Set.of(AddressFlag.NOPREFIXROUTE),
                InterfaceAddress.FOREVER,
                InterfaceAddress.FOREVER);
        interfaces().add(said);
        InterfaceAddress read = find(said);
        assertEquals(said.broadcast(), read.broadcast());
        assertEquals(said.scope(), read.scope());
        assertEquals(said.label(), read.label());
        assertEquals(Set.of(AddressFlag.NOPREFIXROUTE, AddressFlag.PERMANENT), read.flags());
    }

    @Test
    void anIpv4AddressWithoutLabelGetsTheLinksName() {
        InterfaceAddress vip = InterfaceAddress.of(eth0().index(), ip("192.168.1.100"), 32);
        interfaces().add(vip);
        assertEquals("eth0", find(vip).label());
    }

    @Test
    void anIpv6AddressThatIsNeverPreferredIsDeprecated() {
        InterfaceAddress vip = new InterfaceAddress(
                eth0().index(),
                ip("2001:db8::100"),
                128,
                null,
                null,
                InterfaceAddress.SCOPE_GLOBAL,
                "",
                Set.of(AddressFlag.NODAD),
                0,
                InterfaceAddress.FOREVER);
        assertTrue(interfaces().add(vip));
        assertFalse(interfaces().add(vip));
        InterfaceAddress read = find(vip);
        assertEquals(0, read.preferredSeconds());
        assertEquals(InterfaceAddress.FOREVER, read.validSeconds());
        assertTrue(read.flags().contains(AddressFlag.DEPRECATED));
        assertTrue(interfaces().remove(vip));
    }

    @Test
    void aLinkThatDoesNotExistTakesNoAddressAndHasNoneToRemove() {
        InterfaceAddress stray = InterfaceAddress.of(NO_SUCH_LINK, ip("192.168.1.100"), 32);
        InterfaceException refused =
                assertThrows(InterfaceException.class, () -> interfaces().add(stray));
        assertEquals(Errno.ENODEV, refused.errno());
        assertFalse(interfaces().remove(stray));
    }

    @Test
    void addressesThatComeAndGoAreTold() {
        InterfaceAddress vip = InterfaceAddress.of(eth0().index(), ip("192.168.1.100"), 32);
        interfaces().add(vip);
        awaitEvent(
                "the new address",
                event -> event instanceof InterfaceEvent.AddressChanged changed
                        && changed.address().sameKey(vip));
        interfaces().remove(vip);
        awaitEvent(
                "the end of the address",
                event -> event instanceof InterfaceEvent.AddressRemoved removed
                        && removed.address().sameKey(vip));
    }

    @Test
    void linksThatChangeAndGoAreTold() {
        Link before = eth0();
        setMtuOfEth0(1400);
        awaitEvent(
                "the new size",
                event -> event instanceof InterfaceEvent.LinkChanged changed
                        && changed.link().index() == before.index()
                        && changed.link().mtu() == 1400);
        removeEth0();
        awaitEvent(
                "the end of the link",
                event -> event instanceof InterfaceEvent.LinkRemoved removed
                        && removed.link().name().equals("eth0"));
    }

    @Test
    void theAddressesOfALinkGoWithIt() {
        InterfaceAddress vip = InterfaceAddress.of(eth0().index(), ip("192.168.1.100"), 32);
        interfaces().add(vip);
        removeEth0();
        assertFalse(present(vip));
    }

    private Link eth0() {
        return interfaces().links().stream()
                .filter(link -> link.name().equals("eth0"))
                .findFirst()
                .orElseThrow();
    }

    private boolean present(InterfaceAddress wanted) {
        return interfaces().addresses().stream().anyMatch(wanted::sameKey);
    }

    private InterfaceAddress find(InterfaceAddress wanted) {
        return interfaces().addresses().stream()
                .filter(wanted::sameKey)
                .findFirst()
                .orElseThrow();
    }

    private void awaitEvent(String what, Predicate<InterfaceEvent> wanted) {
        List<InterfaceEvent> seen = new ArrayList<>();
        Await.until(what + " among " + seen, SOON, () -> {
            seen.addAll(events().poll());
            return seen.stream().anyMatch(wanted);
        });
    }

    static InetAddress ip(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
