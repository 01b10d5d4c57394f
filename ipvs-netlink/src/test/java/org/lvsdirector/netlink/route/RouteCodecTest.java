package org.lvsdirector.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;

/** Golden bytes: requests as keepalived 2.2.7 and iproute2 send them, answers as Linux 6.18 gave them (little-endian machines). */
class RouteCodecTest {
    private static final int NEWLINK = 16;
    private static final int DELLINK = 17;
    private static final int NEWADDR = 20;
    private static final int DELADDR = 21;

    private static final String ADDRESS_IPV4 = """
            02 18 80 00  02 00 00 00                              AF_INET, /24, PERMANENT, scope global, link 2
            08 00 01 00  0a 01 02 03                              IFA_ADDRESS 10.1.2.3
            08 00 02 00  0a 01 02 03                              IFA_LOCAL 10.1.2.3
            08 00 04 00  0a 01 02 ff                              IFA_BROADCAST 10.1.2.255
            0b 00 03 00  65 74 68 31 3a 78 00 00                  IFA_LABEL eth1:x
            08 00 08 00  80 00 00 00                              IFA_FLAGS PERMANENT
            14 00 06 00  ff ff ff ff ff ff ff ff d0 d1 03 00 d0 d1 03 00    IFA_CACHEINFO
            """;
    private static final String ADDRESS_PEER = """
            02 20 80 00  02 00 00 00                              AF_INET, /32, PERMANENT, scope global, link 2
            08 00 01 00  0a 09 09 02                              IFA_ADDRESS 10.9.9.2, the far end
            08 00 02 00  0a 09 09 01                              IFA_LOCAL 10.9.9.1
            """;
    private static final String ADDRESS_IPV6 = """
            0a 80 a2 00  02 00 00 00                              AF_INET6, /128, scope global, link 2
            14 00 01 00  20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 01    IFA_ADDRESS 2001:db8::1
            14 00 06 00  00 00 00 00 ff ff ff ff d0 d1 03 00 d0 d1 03 00    IFA_CACHEINFO
            08 00 08 00  a2 00 00 00                              IFA_FLAGS NODAD DEPRECATED PERMANENT
            """;
    private static final String LINK = """
            00 00 01 00  03 00 00 00  43 10 01 00  00 00 00 00    AF_UNSPEC, Ethernet, link 3, UP ... LOWER_UP
            09 00 03 00  65 74 68 30 00 00 00 00                  IFLA_IFNAME eth0
            05 00 10 00  06 00 00 00                              IFLA_OPERSTATE up
            08 00 04 00  78 05 00 00                              IFLA_MTU 1400
            08 00 0a 00  04 00 00 00                              IFLA_MASTER 4
            0a 00 01 00  02 00 00 00 00 01 00 00                  IFLA_ADDRESS 02:00:00:00:00:01
            10 00 12 00  09 00 01 00 76 65 74 68 00 00 00 00      IFLA_LINKINFO: IFLA_INFO_KIND veth
            08 00 fe 00  01 02 03 04                              an attribute of a kernel to come
            """;

    private final ScriptedKernel kernel = ScriptedKernel.acknowledging();
    private final KernelInterfaces interfaces = new KernelInterfaces(new NetlinkConnection(kernel));

    @Test
    void anAddressIsAddedWithAllThatWasSaidOfIt() throws UnknownHostException {
        InetAddress local = InetAddress.getByName("192.168.1.102");
        InetAddress broadcast = InetAddress.getByName("192.168.1.255");
        assertTrue(interfaces.add(new InterfaceAddress(
                6, local, 24, null, broadcast, 253, "eth0:vip", Set.of(AddressFlag.NOPREFIXROUTE), 60, 3600)));
        assertEquals(NEWADDR, kernel.only().type());
        assertEquals(0x605, kernel.only().flags(), "CREATE, EXCL, ACK, REQUEST");
        assertEquals(hex("""
                        02 18 00 fd  06 00 00 00                          AF_INET, /24, scope link, link 6
                        08 00 02 00  c0 a8 01 66                          IFA_LOCAL
                        08 00 01 00  c0 a8 01 66                          IFA_ADDRESS
                        08 00 04 00  c0 a8 01 ff                          IFA_BROADCAST
                        0d 00 03 00  65 74 68 30 3a 76 69 70 00 00 00 00  IFA_LABEL
                        08 00 08 00  00 02 00 00                          IFA_FLAGS
                        14 00 06 00  3c 00 00 00 10 0e 00 00 00 00 00 00 00 00 00 00    IFA_CACHEINFO
                        """), kernel.only().payload());
    }

    @Test
    void anIpv6AddressMayBeUsableButNeverPreferred() throws UnknownHostException {
        InetAddress local = InetAddress.getByName("2001:db8::100");
        interfaces.add(new InterfaceAddress(
                6, local, 128, null, null, 0, "", Set.of(AddressFlag.NODAD), 0, InterfaceAddress.FOREVER));
        assertEquals(hex("""
                        0a 80 00 00  06 00 00 00                          AF_INET6, /128, scope global, link 6
                        14 00 02 00  20 01 0d b8 00 00 00 00 00 00 00 00 00 00 01 00    IFA_LOCAL
                        14 00 01 00  20 01 0d b8 00 00 00 00 00 00 00 00 00 00 01 00    IFA_ADDRESS
                        08 00 08 00  02 00 00 00                          IFA_FLAGS NODAD
                        14 00 06 00  00 00 00 00 ff ff ff ff 00 00 00 00 00 00 00 00    IFA_CACHEINFO
                        """), kernel.only().payload());
    }

    @Test
    void anAddressIsRemovedByItsKeyAlone() throws UnknownHostException {
        assertTrue(interfaces.remove(InterfaceAddress.of(6, InetAddress.getByName("192.168.1.101"), 32)));
        assertEquals(DELADDR, kernel.only().type());
        assertEquals(0x5, kernel.only().flags(), "ACK, REQUEST");
        assertEquals(
                "0220000006000000" + "08000200c0a80165" + "08000100c0a80165",
                kernel.only().payload());
    }

    @Test
    void whatIsSoAlreadyIsNoFailure() throws UnknownHostException {
        InterfaceAddress address = InterfaceAddress.of(6, InetAddress.getByName("192.168.1.101"), 32);
        assertFalse(answering(Errno.EEXIST).add(address));
        assertFalse(answering(Errno.EADDRNOTAVAIL).remove(address));
        assertFalse(answering(Errno.ENODEV).remove(address));
    }

    @Test
    void aRefusalSaysWhatWasTriedOnWhomAndWhy() throws UnknownHostException {
        InterfaceAddress address = InterfaceAddress.of(6, InetAddress.getByName("192.168.1.101"), 32);
        InterfaceException refused = assertThrows(
                InterfaceException.class, () -> answering(Errno.EPERM).add(address));
        assertEquals(Errno.EPERM, refused.errno());
        assertEquals("add address 192.168.1.101/32 to link 6: EPERM (Operation not permitted)", refused.getMessage());
    }

    @Test
    void addressesAreReadAsTheKernelTellsThem() throws UnknownHostException {
        assertEquals(
                new InterfaceAddress(
                        2,
                        InetAddress.getByName("10.1.2.3"),
                        24,
                        null,
                        InetAddress.getByName("10.1.2.255"),
                        0,
                        "eth1:x",
                        Set.of(AddressFlag.PERMANENT),
                        InterfaceAddress.FOREVER,
                        InterfaceAddress.FOREVER),
                address(ADDRESS_IPV4));
        InterfaceAddress pointToPoint = address(ADDRESS_PEER);
        assertEquals("10.9.9.1/32", pointToPoint.text());
        assertEquals(InetAddress.getByName("10.9.9.2"), pointToPoint.peer());
        InterfaceAddress ipv6 = address(ADDRESS_IPV6);
        assertEquals(InetAddress.getByName("2001:db8::1"), ipv6.local());
        assertEquals(0, ipv6.preferredSeconds());
        assertEquals(Set.of(AddressFlag.NODAD, AddressFlag.DEPRECATED, AddressFlag.PERMANENT), ipv6.flags());
    }

    @Test
    void aLinkIsReadAndWhatIsUnknownPassedOver() {
        assertEquals(
                List.of(new InterfaceEvent.LinkChanged(new Link(
                        3,
                        "eth0",
                        HardwareAddress.parse("02:00:00:00:00:01"),
                        1400,
                        Link.UP | Link.BROADCAST | Link.RUNNING | Link.MULTICAST | Link.LOWER_UP,
                        OperState.UP,
                        4,
                        0,
                        "veth"))),
                events(Replies.message(NEWLINK, 0, 0, bytes(LINK))));
    }

    @Test
    void aVrfTellsItsTable() {
        byte[] vrf = bytes("""
                00 00 01 00  04 00 00 00  c1 00 01 00  00 00 00 00    AF_UNSPEC, Ethernet, link 4
                09 00 03 00  62 6c 75 65 00 00 00 00                  IFLA_IFNAME blue
                18 00 12 00  08 00 01 00 76 72 66 00                  IFLA_LINKINFO: IFLA_INFO_KIND vrf
                             0c 00 02 00 08 00 01 00 64 00 00 00      IFLA_INFO_DATA: IFLA_VRF_TABLE 100
                """);
        InterfaceEvent event = events(Replies.message(NEWLINK, 0, 0, vrf)).get(0);
        assertEquals(100, ((InterfaceEvent.LinkChanged) event).link().vrfTable());
    }

    @Test
    void aBridgePortThatLeavesIsNoLinkThatIsGone() {
        byte[] asBridge = bytes(LINK);
        asBridge[0] = 7; // AF_BRIDGE
        assertEquals(List.of(), events(Replies.message(DELLINK, 0, 0, asBridge)));
        assertEquals(1, events(Replies.message(DELLINK, 0, 0, bytes(LINK))).size());
    }

    @Test
    void lostEventsAreToldAfterThoseThatCame() {
        byte[] gone = Replies.message(DELADDR, 0, 0, bytes(ADDRESS_IPV4));
        List<InterfaceEvent> events = events(gone, ScriptedKernel.LOSS);
        assertTrue(events.get(0) instanceof InterfaceEvent.AddressRemoved);
        assertEquals(new InterfaceEvent.EventsLost(), events.get(1));
    }

    @Test
    void noTruncatedMessageBringsTheReaderDown() {
        for (String golden : List.of(LINK, ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_PEER)) {
            int type = golden.equals(LINK) ? NEWLINK : NEWADDR;
            byte[] whole = bytes(golden);
            for (int length = 0; length < whole.length; length++) {
                byte[] prefix = Arrays.copyOf(whole, length);
                try {
                    assertTrue(events(Replies.message(type, 0, 0, prefix)).size() <= 1);
                } catch (InterfaceException expected) {
                    assertEquals(Errno.EPROTO, expected.errno());
                }
            }
        }
    }

    private static InterfaceAddress address(String golden) {
        InterfaceEvent event =
                events(Replies.message(NEWADDR, 0, 0, bytes(golden))).get(0);
        return ((InterfaceEvent.AddressChanged) event).address();
    }

    private static List<InterfaceEvent> events(byte[]... datagrams) {
        ScriptedKernel kernel = ScriptedKernel.acknowledging();
        kernel.arrive(datagrams);
        try (KernelInterfaceEvents events = new KernelInterfaceEvents(kernel)) {
            return events.poll();
        }
    }

    private static KernelInterfaces answering(Errno errno) {
        return new KernelInterfaces(new NetlinkConnection(new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), errno)))));
    }

    private static byte[] bytes(String dump) {
        return HexFormat.of().parseHex(hex(dump));
    }

    /** The hexadecimal pairs that begin each line of a commented dump. */
    private static String hex(String dump) {
        StringBuilder hex = new StringBuilder();
        for (String line : dump.lines().toList()) {
            for (String word : line.trim().split(" +", -1)) {
                if (!word.matches("[0-9a-f]{2}")) {
                    break;
                }
                hex.append(word);
            }
        }
        return hex.toString();
    }
}
