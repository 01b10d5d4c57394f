package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.ipvs.Tables.WEB;
import static org.lvsdirector.ipvs.Tables.server;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.IpvsChange.AddServer;
import org.lvsdirector.ipvs.IpvsChange.RemoveServer;
import org.lvsdirector.ipvs.SyncDaemon.Role;
import org.lvsdirector.linux.Errno;

/** What every {@link Ipvs} does with timeouts, information and sync daemons. */
abstract class SettingsContract extends IpvsContract {
    private static final SyncDaemon MASTER = new SyncDaemon(Role.MASTER, "lo", 7, 0, null, 0, 0);
    private static final SyncDaemon BACKUP =
            new SyncDaemon(Role.BACKUP, "lo", 255, 1400, IpAddresses.parse("239.1.2.3"), 65535, 255);
    private static final RealServer MIXED = server("2001:db8:1::1", 80, ForwardingMethod.TUNNEL, 1);

    @Test
    void tellsItsVersion() {
        IpvsInfo info = ipvs().info();
        assertEquals("1.2.1", info.major() + "." + info.minor() + "." + info.patch());
        assertEquals(1, Long.bitCount(info.connectionTableSize()), "a power of two");
    }

    @Test
    void hasTheKernelsTimeoutsAndKeepsThoseSetToZero() {
        assertEquals(new IpvsTimeouts(900, 120, 300), ipvs().timeouts());
        ipvs().setTimeouts(new IpvsTimeouts(0, 60, 0));
        assertEquals(new IpvsTimeouts(900, 60, 300), ipvs().timeouts());
        ipvs().setTimeouts(new IpvsTimeouts(1, 2, 3));
        assertEquals(new IpvsTimeouts(1, 2, 3), ipvs().timeouts());
        ipvs().flush();
        assertEquals(new IpvsTimeouts(1, 2, 3), ipvs().timeouts());
    }

    @Test
    void oneDaemonOfEachRole() {
        assertEquals(List.of(), ipvs().daemons());
        ipvs().startDaemon(MASTER);
        ipvs().startDaemon(BACKUP);
        SyncDaemon filledIn = new SyncDaemon(Role.MASTER, "lo", 7, 1472, IpAddresses.parse("224.0.0.81"), 8848, 1);
        assertEquals(Set.of(filledIn, BACKUP), Set.copyOf(ipvs().daemons()));
        refused(Errno.EEXIST, () -> ipvs().startDaemon(BACKUP));
        ipvs().stopDaemon(Role.MASTER, 7);
        assertEquals(List.of(BACKUP), ipvs().daemons());
        refused(Errno.ESRCH, () -> ipvs().stopDaemon(Role.MASTER, 7));
        ipvs().stopDaemon(Role.BACKUP, 255);
        assertEquals(List.of(), ipvs().daemons());
    }

    @Test
    void aDaemonMaySpeakIpv6() {
        SyncDaemon daemon =
                new SyncDaemon(Role.MASTER, FreshNamespace.INTERFACE, 0, 1300, IpAddresses.parse("ff05::51"), 8849, 16);
        ipvs().startDaemon(daemon);
        assertEquals(List.of(daemon), ipvs().daemons());
        ipvs().stopDaemon(Role.MASTER, 0);
    }

    @Test
    void aDaemonNeedsAnInterfaceAndAGroup() {
        refused(Errno.ENODEV, () -> ipvs().startDaemon(
                        new SyncDaemon(Role.MASTER, MISSING_INTERFACE, 1, 0, null, 0, 0)));
        refused(Errno.EINVAL, () -> ipvs().startDaemon(
                        new SyncDaemon(Role.MASTER, "lo", 1, 0, IpAddresses.parse("10.0.0.1"), 0, 0)));
        assertEquals(List.of(), ipvs().daemons());
    }

    @Test
    void daemonsAndMixedFamiliesExcludeEachOther() {
        addWeb();
        ipvs().startDaemon(MASTER);
        refused(Errno.EINVAL, new AddServer(WEB, MIXED));
        ipvs().stopDaemon(Role.MASTER, 7);
        add(MIXED);
        refused(Errno.EINVAL, () -> ipvs().startDaemon(MASTER));
        accepted(new RemoveServer(WEB, MIXED.key()));
        ipvs().startDaemon(MASTER);
        assertTrue(ipvs().daemons().stream().allMatch(daemon -> daemon.role() == Role.MASTER));
        ipvs().stopDaemon(Role.MASTER, 7);
    }
}
