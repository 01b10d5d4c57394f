package org.lvsdirector.netlink.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;

/** Golden bytes: requests as {@code ip link} of iproute2 6.1 sends them (little-endian machines), but for the zero that ends a kind. */
class LinkChangesTest {
    private static final int NEWLINK = 16;
    private static final int DELLINK = 17;
    private static final int ETH0 = 3;
    private static final int VMAC = 4;

    /** {@code struct ifinfomsg} that names no link. */
    private static final String ANY = "00".repeat(16);

    private final ScriptedKernel kernel = ScriptedKernel.acknowledging();
    private final LinkChanges links = new KernelLinkChanges(new NetlinkConnection(kernel));

    private String sent(int index, int type) {
        var request = kernel.datagrams().get(index).get(0);
        assertEquals(type, request.type());
        return request.payload();
    }

    @Test
    void aPrivateMacvlanHasTheRoutersAddress() {
        HardwareAddress address = HardwareAddress.parse("00:00:5e:00:01:33");
        links.add(new NewLink("vrrp.51", ETH0, 0, new NewLink.PrivateMacvlan(address)));
        assertEquals(
                ANY
                        + "0a000100" + "00005e000133" + "0000" // IFLA_ADDRESS
                        + "08000500" + "03000000" // IFLA_LINK
                        + "0c000300" + "767272702e353100" // IFLA_IFNAME
                        + "1c001200" // IFLA_LINKINFO
                        + "0c000100" + "6d6163766c616e00" + "0c000200" + "08000100" + "01000000", // private
                sent(0, NEWLINK));
    }

    @Test
    void anIpvlanJoinsTheVrfOfItsBase() {
        links.add(new NewLink("ipv0", ETH0, 7, new NewLink.Ipvlan(NewLink.Isolation.VEPA)));
        assertEquals(
                ANY
                        + "08000500" + "03000000" // IFLA_LINK
                        + "09000300" + "6970763000" + "000000" // IFLA_IFNAME
                        + "08000a00" + "07000000" // IFLA_MASTER
                        + "24001200" // IFLA_LINKINFO
                        + "0b000100" + "6970766c616e00" + "00"
                        + "14000200" + "06000100" + "00000000" + "06000200" + "02000000", // L2, vepa
                sent(0, NEWLINK));
    }

    @Test
    void aLinkIsSetDownForItsNewName() {
        links.rename(VMAC, "vrrp.52");
        String about = "00000000" + "04000000";
        assertEquals(about + "00000000" + "01000000", sent(0, NEWLINK));
        assertEquals(about + "00".repeat(8) + "0c000300" + "767272702e353200", sent(1, NEWLINK));
        assertEquals(about + "01000000" + "01000000", sent(2, NEWLINK));
    }

    @Test
    void aLinkIsSetUp() {
        links.raise(VMAC);
        assertEquals("00000000" + "04000000" + "01000000" + "01000000", sent(0, NEWLINK));
    }

    @Test
    void removingWhatIsGoneIsNoFailure() {
        assertTrue(links.remove(VMAC));
        assertEquals("00000000" + "04000000" + "00".repeat(8), sent(0, DELLINK));
        assertFalse(refusing(Errno.ENODEV).remove(VMAC));
        InterfaceException refused = assertThrows(
                InterfaceException.class, () -> refusing(Errno.EOPNOTSUPP).remove(VMAC));
        assertEquals("remove link 4: EOPNOTSUPP (Operation not supported)", refused.getMessage());
    }

    private static LinkChanges refusing(Errno errno) {
        return new KernelLinkChanges(new NetlinkConnection(new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), errno)))));
    }
}
