package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkConstants;
import org.lvsdirector.netlink.Replies;
import org.lvsdirector.netlink.ScriptedKernel;

/** How the adapter meets a kernel that has no IPVS, refuses, or falls silent. */
class KernelIpvsTest {
    @Test
    void aKernelWithoutIpvsIsSaidPlainly() {
        ScriptedKernel kernel = new ScriptedKernel(
                requests -> List.of(Replies.error(requests.get(0).sequence(), Errno.ENOENT)));
        IpvsUnavailableException failure =
                assertThrows(IpvsUnavailableException.class, () -> KernelIpvs.over(new NetlinkConnection(kernel)));
        assertEquals(
                "this kernel has no IPVS (generic netlink family IPVS): load its module with 'modprobe ip_vs', or run a kernel"
                        + " built with CONFIG_IP_VS",
                failure.getMessage());
        assertEquals(Errno.ENOPROTOOPT, failure.errno());
    }

    @Test
    void whoMayNotIsToldSo() {
        Ipvs ipvs = FakeIpvsKernel.refusing(Errno.EPERM).open();
        IpvsException failure = assertThrows(IpvsException.class, ipvs::services);
        assertEquals("cannot list the services: EPERM (Operation not permitted)", failure.getMessage());
        assertEquals(Errno.EPERM, failure.errno());
    }

    @Test
    void theKernelsOwnWordsArePassedOn() {
        Ipvs ipvs = FakeIpvsKernel.scripted(sent -> List.of(Replies.error(
                        sent.sequence(), Errno.EINVAL, "Attribute failed policy validation", new byte[0])))
                .open();
        ChangeResult result =
                ipvs.apply(List.of(new IpvsChange.RemoveService(Tables.MARK))).get(0);
        assertEquals(
                "cannot remove service FWM 300: EINVAL (Invalid argument): Attribute failed policy validation",
                Objects.requireNonNull(result.failure()).getMessage());
    }

    @Test
    void lostRepliesLeaveTheOutcomeUnknown() {
        Ipvs ipvs =
                FakeIpvsKernel.scripted(sent -> List.of(ScriptedKernel.LOSS)).open();
        ChangeResult result =
                ipvs.apply(List.of(new IpvsChange.RemoveService(Tables.MARK))).get(0);
        assertTrue(Objects.requireNonNull(result.failure()).outcomeUnknown());
    }

    @Test
    void aDaemonThatStopsInSilenceHasStopped() {
        // The kernel's answer to DEL_DAEMON is lost inside it; that to the request behind it is not.
        FakeIpvsKernel kernel = FakeIpvsKernel.scripted(FakeIpvsKernel::acknowledgement);
        kernel.open().stopDaemon(SyncDaemon.Role.BACKUP, 1);
        assertEquals(0, kernel.asked().get(0).flags() & NetlinkConstants.NLM_F_ACK);
    }

    @Test
    void aDaemonThatDoesNotRunCannotStop() {
        FakeIpvsKernel kernel = FakeIpvsKernel.scripted(sent -> sent.payload().startsWith("0a")
                ? List.of(Replies.error(sent.sequence(), Errno.ESRCH))
                : FakeIpvsKernel.acknowledgement(sent));
        IpvsException failure =
                assertThrows(IpvsException.class, () -> kernel.open().stopDaemon(SyncDaemon.Role.BACKUP, 1));
        assertEquals("cannot stop the backup sync daemon: ESRCH (No such process)", failure.getMessage());
    }

    @Test
    void anAnswerWithoutContentIsAnError() {
        IpvsException failure = assertThrows(
                IpvsException.class, () -> FakeIpvsKernel.acknowledging().open().info());
        assertEquals(Errno.EPROTO, failure.errno());
    }
}
