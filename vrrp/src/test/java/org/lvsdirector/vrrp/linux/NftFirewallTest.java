package org.lvsdirector.vrrp.linux;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;
import org.lvsdirector.netlink.netfilter.DropTable;
import org.lvsdirector.vrrp.runtime.PortException;
import org.lvsdirector.vrrp.settings.Unaccepted;

/** A kernel without nf_tables only matters when there is something to drop. */
class NftFirewallTest {
    private static final List<Unaccepted> VIPS = List.of(new Unaccepted(InetAddress.getLoopbackAddress(), "eth0"));

    @Test
    void aKernelThatHasItIsTold() {
        ScriptedKernel kernel = ScriptedKernel.acknowledging();
        NftFirewall firewall = new NftFirewall(() -> new DropTable(new NetlinkConnection(kernel)));
        firewall.dropOnly(VIPS);
        firewall.dropOnly(List.of());
        assertEquals(2, kernel.datagrams().size());
        firewall.close();
        assertTrue(kernel.isClosed());
    }

    @Test
    void aKernelWithoutNfTablesIsNamedWhenTheyAreNeeded() {
        NftFirewall firewall = answering(Errno.EOPNOTSUPP);
        assertDoesNotThrow(() -> firewall.dropOnly(List.of()));
        PortException failure = assertThrows(PortException.class, () -> firewall.dropOnly(VIPS));
        assertTrue(String.valueOf(failure.getMessage()).startsWith("this kernel has no nf_tables"));
    }

    @Test
    void aKernelWithoutNfnetlinkToo() {
        NftFirewall firewall = new NftFirewall(() -> {
            throw new LinuxException("open a socket (family 16, protocol 12)", Errno.EPROTONOSUPPORT);
        });
        assertDoesNotThrow(() -> firewall.dropOnly(List.of()));
        assertThrows(PortException.class, () -> firewall.dropOnly(VIPS));
        assertDoesNotThrow(firewall::close);
    }

    @Test
    void anyOtherRefusalIsAFailureAlways() {
        PortException failure =
                assertThrows(PortException.class, () -> answering(Errno.EPERM).dropOnly(List.of()));
        assertFalse(String.valueOf(failure.getMessage()).contains("no nf_tables"));
    }

    private static NftFirewall answering(Errno errno) {
        return new NftFirewall(() -> new DropTable(new NetlinkConnection(new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), errno))))));
    }
}
