package org.lvsdirector.netlink.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;
import org.lvsdirector.netlink.ScriptedKernel.Sent;
import org.lvsdirector.netlink.netfilter.AddressSet.Member;

/** Bytes of ipset, by {@code linux/netfilter/ipset/ip_set.h} (little-endian machines). */
class KernelIpSetsTest {
    private static final String IPV4 = "02000000"; // struct nfgenmsg
    private static final String IPV6 = "0a000000";
    private static final String PROTOCOL = "0500010006000000";

    private final ScriptedKernel kernel = ScriptedKernel.acknowledging();
    private final IpSets sets = new KernelIpSets(new NetlinkConnection(kernel));

    private Sent sent(int index) {
        return kernel.datagrams().get(index).get(0);
    }

    @Test
    void aSetOfAddresses() throws UnknownHostException {
        sets.fill(new AddressSet("k", false, false, List.of(new Member(InetAddress.getByName("192.0.2.1"), null))));
        assertEquals(0x602, sent(0).type());
        assertEquals(
                IPV4 + PROTOCOL
                        + "060002006b000000" // IPSET_ATTR_SETNAME k
                        + "0c000300" + "686173683a697000" // IPSET_ATTR_TYPENAME hash:ip
                        + "0500040000000000" // IPSET_ATTR_REVISION 0
                        + "0500050002000000" // IPSET_ATTR_FAMILY
                        + "04000780", // IPSET_ATTR_DATA
                sent(0).payload());
        assertEquals(0x609, sent(1).type());
        assertEquals(
                IPV4 + PROTOCOL + "060002006b000000"
                        + "18000780" // IPSET_ATTR_DATA
                        + "0c000180" + "08000140" + "c0000201" // IPSET_ATTR_IP, IPSET_ATTR_IPADDR_IPV4
                        + "0800094000000000", // IPSET_ATTR_LINENO
                sent(1).payload());
    }

    @Test
    void aSetOfInterfaces() {
        sets.fill(new AddressSet("m", true, true, List.of(new Member(null, "eth0"))));
        assertEquals(
                IPV6 + PROTOCOL + "060002006d000000"
                        + "38000780" // IPSET_ATTR_DATA
                        + "18000180" + "14000240" + "00000000000000000000000000000000" // IPSET_ATTR_IPADDR_IPV6
                        + "0500030000000000" // IPSET_ATTR_CIDR 0: all addresses
                        + "09001700" + "6574683000" + "000000" // IPSET_ATTR_IFACE eth0
                        + "0800094000000000",
                sent(1).payload());
    }

    @Test
    void membersAreTakenOut() throws UnknownHostException {
        AddressSet set = new AddressSet("k", false, false, List.of());
        sets.takeOut(set, List.of(new Member(InetAddress.getByName("192.0.2.1"), null)));
        assertEquals(0x60a, sent(0).type());
        sets.empty("k");
        assertEquals(0x604, sent(1).type());
        assertEquals(IPV4 + PROTOCOL + "060002006b000000", sent(1).payload());
    }

    @Test
    void aSetThatIsNotThereIsRemovedAlready() {
        assertFalse(answering(Errno.ENOENT).remove("k"));
        NetlinkException failure = assertThrows(
                NetlinkException.class, () -> answering(Errno.EPERM).remove("k"));
        assertEquals("remove the set k: EPERM (Operation not permitted)", failure.getMessage());
    }

    private static IpSets answering(Errno errno) {
        return new KernelIpSets(new NetlinkConnection(new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), errno)))));
    }
}
