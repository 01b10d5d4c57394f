package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.ipvs.Tables.MARK;
import static org.lvsdirector.ipvs.Tables.SERVERS;
import static org.lvsdirector.ipvs.Tables.SERVICES;
import static org.lvsdirector.ipvs.Tables.WEB;
import static org.lvsdirector.ipvs.Tables.WEB6;
import static org.lvsdirector.ipvs.Tables.server;
import static org.lvsdirector.ipvs.Tables.serverKey;
import static org.lvsdirector.ipvs.Tables.service;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.IpvsChange.AddServer;
import org.lvsdirector.ipvs.IpvsChange.AddService;
import org.lvsdirector.ipvs.IpvsChange.RemoveServer;
import org.lvsdirector.ipvs.IpvsChange.RemoveService;
import org.lvsdirector.ipvs.IpvsChange.UpdateServer;
import org.lvsdirector.ipvs.IpvsChange.UpdateService;
import org.lvsdirector.linux.Errno;

/** What every {@link Ipvs} does with services and real servers. */
abstract class TableContract extends IpvsContract {
    private static final RealServer ONE = server("10.1.0.1", 80, ForwardingMethod.DIRECT_ROUTE, 1);
    private static final RealServer TWO = server("10.1.0.2", 80, ForwardingMethod.MASQUERADE, 2);

    @Test
    void isEmptyAtFirst() {
        assertEquals(List.of(), ipvs().services());
        assertEquals(Optional.empty(), ipvs().service(WEB));
        assertEquals(List.of(), ipvs().realServers(WEB));
    }

    @Test
    void keepsServicesOfEveryKindAsGiven() {
        SERVICES.forEach(this::add);
        assertEquals(Set.copyOf(SERVICES), services().collect(Collectors.toSet()));
        for (VirtualService service : SERVICES) {
            ServiceEntry entry = ipvs().service(service.key()).orElseThrow();
            assertEquals(service, entry.service());
            assertEquals(TrafficStats.ZERO, entry.stats());
        }
    }

    @Test
    void keepsRealServersOfEveryKindAsGiven() {
        addWeb();
        SERVERS.forEach(this::add);
        assertEquals(Set.copyOf(SERVERS), Set.copyOf(servers(WEB)));
        assertEquals(SERVERS.size(), servers(WEB).size());
        for (RealServerEntry entry : ipvs().realServers(WEB)) {
            assertEquals(new RealServerEntry(entry.server(), 0, 0, 0, TrafficStats.ZERO), entry);
        }
    }

    @Test
    void ipv6AndMarksHaveRealServersToo() {
        VirtualService mark6 = service(new ServiceKey.ByFwmark(300, AddressFamily.IPV6), "rr");
        RealServer v6 = server("2001:db8:1::1", 8080, ForwardingMethod.MASQUERADE, 5);
        RealServer v4 = server("10.1.0.1", 0, ForwardingMethod.TUNNEL, 5);
        add(service(WEB6, "rr"));
        add(service(MARK, "rr"));
        add(mark6);
        accepted(
                new AddServer(WEB6, v6),
                new AddServer(WEB6, v4),
                new AddServer(MARK, ONE),
                new AddServer(mark6.key(), v6));
        assertEquals(Set.of(v6, v4), Set.copyOf(servers(WEB6)));
        assertEquals(List.of(ONE), servers(MARK));
        assertEquals(List.of(v6), servers(mark6.key()));
    }

    @Test
    void theNewestRealServerComesFirst() {
        addWeb();
        add(ONE);
        add(TWO);
        assertEquals(List.of(TWO, ONE), servers(WEB));
    }

    @Test
    void aServiceIsAddedOnce() {
        addWeb();
        refused(Errno.EEXIST, new AddService(service(WEB, "wrr")));
        assertEquals("rr", services().findFirst().orElseThrow().scheduler());
    }

    @Test
    void aServiceIsChangedInPlace() {
        addWeb();
        add(ONE);
        VirtualService changed =
                new VirtualService(WEB, "sh", Set.of(ServiceFlag.SCHEDULER_1), new Persistence(300, 24, "sip"));
        accepted(new UpdateService(changed));
        assertEquals(List.of(changed), services().toList());
        accepted(new UpdateService(service(WEB, "wlc")));
        assertEquals(List.of(service(WEB, "wlc")), services().toList());
        assertEquals(List.of(ONE), servers(WEB));
    }

    @Test
    void anAbsentServiceIsESRCH() {
        refused(Errno.ESRCH, new UpdateService(service(WEB, "rr")));
        refused(Errno.ESRCH, new RemoveService(WEB));
        refused(Errno.ESRCH, new AddServer(WEB, ONE));
        refused(Errno.ESRCH, new UpdateServer(WEB, ONE));
        refused(Errno.ESRCH, new RemoveServer(WEB, ONE.key()));
        refused(Errno.ESRCH, () -> ipvs().zero(WEB));
    }

    @Test
    void anAbsentSchedulerOrEngineIsENOENT() {
        VirtualService scheduler = service(WEB, "nosuchsched");
        VirtualService engine = new VirtualService(WEB, "rr", Set.of(), new Persistence(60, 32, "nosuchpe"));
        refused(Errno.ENOENT, new AddService(scheduler));
        refused(Errno.ENOENT, new AddService(engine));
        addWeb();
        refused(Errno.ENOENT, new UpdateService(scheduler));
        refused(Errno.ENOENT, new UpdateService(engine));
        assertEquals(List.of(service(WEB, "rr")), services().toList());
    }

    @Test
    void anIpv6PersistencePrefixOfNothingIsEINVAL() {
        refused(Errno.EINVAL, new AddService(Tables.persistent(WEB6, 60, 0)));
    }

    @Test
    void removingAServiceRemovesItsRealServers() {
        addWeb();
        add(ONE);
        accepted(new RemoveService(WEB));
        addWeb();
        assertEquals(List.of(), servers(WEB));
    }

    @Test
    void realServersAreChangedAndRemoved() {
        addWeb();
        add(ONE);
        add(TWO);
        refused(Errno.EEXIST, new AddServer(WEB, ONE.withWeight(9)));
        RealServer changed = new RealServer(
                ONE.key(), ForwardingMethod.TUNNEL, 9, 10, 5, new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.FULL));
        accepted(new UpdateServer(WEB, changed));
        assertEquals(Set.of(changed, TWO), Set.copyOf(servers(WEB)));
        accepted(new UpdateServer(WEB, ONE), new RemoveServer(WEB, TWO.key()));
        assertEquals(List.of(ONE), servers(WEB));
    }

    @Test
    void anAbsentRealServerIsENOENT() {
        addWeb();
        add(ONE);
        refused(Errno.ENOENT, new UpdateServer(WEB, TWO));
        refused(Errno.ENOENT, new RemoveServer(WEB, TWO.key()));
        refused(Errno.ENOENT, new RemoveServer(WEB, serverKey("10.1.0.1", 81)));
    }

    @Test
    void thresholdsTheWrongWayRoundAreERANGE() {
        addWeb();
        add(ONE);
        RealServer wrong = new RealServer(ONE.key(), ForwardingMethod.DIRECT_ROUTE, 1, 5, 6, Tunnel.IPIP);
        refused(Errno.ERANGE, new UpdateServer(WEB, wrong));
        RealServer unlimited = new RealServer(TWO.key(), ForwardingMethod.DIRECT_ROUTE, 1, 0, 1, Tunnel.IPIP);
        refused(Errno.ERANGE, new AddServer(WEB, unlimited));
        assertEquals(List.of(ONE), servers(WEB));
    }

    @Test
    void addressesOfMoreThanOneHostAreEINVAL() {
        addWeb();
        for (String address : new String[] {"224.0.0.1", "255.255.255.255", "0.0.0.0"}) {
            refused(Errno.EINVAL, new AddServer(WEB, server(address, 80, ForwardingMethod.DIRECT_ROUTE, 1)));
        }
        add(service(WEB6, "rr"));
        for (String address : new String[] {"ff02::1", "::", "fe80::1"}) {
            refused(Errno.EINVAL, new AddServer(WEB6, server(address, 80, ForwardingMethod.DIRECT_ROUTE, 1)));
        }
    }

    @Test
    void anotherFamilyNeedsATunnel() {
        addWeb();
        for (ForwardingMethod method :
                new ForwardingMethod[] {ForwardingMethod.DIRECT_ROUTE, ForwardingMethod.MASQUERADE}) {
            refused(Errno.EINVAL, new AddServer(WEB, server("2001:db8:1::1", 80, method, 1)));
        }
        RealServer tunnelled = server("2001:db8:1::1", 80, ForwardingMethod.TUNNEL, 1);
        add(tunnelled);
        refused(Errno.EINVAL, new UpdateServer(WEB, server("2001:db8:1::1", 80, ForwardingMethod.MASQUERADE, 1)));
        accepted(new RemoveServer(WEB, tunnelled.key()));
    }

    @Test
    void gueNeedsAPort() {
        addWeb();
        Tunnel noPort = new Tunnel(Tunnel.Type.GUE, 0, Tunnel.Checksum.NONE);
        refused(Errno.EINVAL, new AddServer(WEB, new RealServer(ONE.key(), ForwardingMethod.TUNNEL, 1, 0, 0, noPort)));
    }

    @Test
    void aFailureInABatchStopsNothingAndIsAttributed() {
        RealServer multicast = server("224.0.0.1", 80, ForwardingMethod.DIRECT_ROUTE, 1);
        List<ChangeResult> results = ipvs().apply(List.of(
                new AddService(service(WEB, "rr")),
                new AddServer(WEB, ONE),
                new AddServer(WEB, ONE),
                new AddServer(WEB, multicast),
                new AddServer(WEB6, ONE),
                new AddServer(WEB, TWO)));
        assertEquals(List.of(TWO, ONE), servers(WEB));
        assertEquals(
                List.of(true, true, false, false, false, true),
                results.stream().map(ChangeResult::succeeded).toList());
        assertEquals(Errno.EINVAL, failure(results.get(3)).errno());
        assertEquals(
                "cannot add real server 10.1.0.1:80 to TCP 10.0.0.1:80: EEXIST (File exists)",
                failure(results.get(2)).getMessage());
        assertEquals(
                "cannot add real server 10.1.0.1:80 to TCP [2001:db8::1]:80: ESRCH (No such process)",
                failure(results.get(4)).getMessage());
        assertFalse(failure(results.get(4)).outcomeUnknown());
    }

    @Test
    void nothingToApplyIsNothing() {
        assertEquals(List.of(), ipvs().apply(List.of()));
    }

    @Test
    void flushRemovesAllServices() {
        SERVICES.forEach(this::add);
        add(ONE);
        ipvs().flush();
        assertEquals(List.of(), ipvs().services());
        ipvs().flush();
    }

    @Test
    void zeroingLeavesTheTable() {
        addWeb();
        add(ONE);
        ipvs().zero(WEB);
        ipvs().zero(null);
        assertTrue(ipvs().service(WEB).isPresent());
        assertEquals(List.of(ONE), servers(WEB));
    }

    private static IpvsException failure(ChangeResult result) {
        return Objects.requireNonNull(result.failure(), "it succeeded");
    }
}
