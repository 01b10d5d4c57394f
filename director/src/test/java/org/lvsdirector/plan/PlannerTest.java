package org.lvsdirector.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.lvsdirector.plan.Tables.key;
import static org.lvsdirector.plan.Tables.server;
import static org.lvsdirector.plan.Tables.service;
import static org.lvsdirector.plan.Tables.tcp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;

class PlannerTest {
    private static final ServiceKey WEB = tcp("192.168.1.11", 80);
    private static final ServiceKey MARK = new ServiceKey.ByFwmark(300, AddressFamily.IPV4);

    @Test
    void natKeepsTheConfiguredPort() {
        IpvsTable table = plan(service(WEB, server("10.0.0.1", 8080, ForwardingMethod.MASQUERADE, 3)));
        RealServerKey key = key("10.0.0.1", 8080);
        assertEquals(RealServer.of(key, ForwardingMethod.MASQUERADE, 3), table.server(WEB, key));
    }

    @Test
    void directRoutingAndTunnelsTakeTheServicesPort() {
        IpvsTable table = plan(service(
                WEB,
                server("10.0.0.1", 8080, ForwardingMethod.DIRECT_ROUTE, 1),
                server("10.0.0.2", 8080, ForwardingMethod.TUNNEL, 1)));
        assertEquals(Set.of(key("10.0.0.1", 80), key("10.0.0.2", 80)), keys(table, WEB));
    }

    /** The case of the FTP article: real servers with a port in a service by mark. */
    @Test
    void aServiceByMarkKeepsTheClientsPort() {
        IpvsTable table = plan(service(
                MARK,
                server("192.168.100.34", 9814, ForwardingMethod.DIRECT_ROUTE, 1),
                server("192.168.100.35", 9814, ForwardingMethod.DIRECT_ROUTE, 1)));
        assertEquals(Set.of(key("192.168.100.34", 0), key("192.168.100.35", 0)), keys(table, MARK));
    }

    /** As keepalived 2.2.7 was seen to do: packets with the mark reach the real server at its own port. */
    @Test
    void aServiceByMarkTakesTheRealServersPortWithNat() {
        IpvsTable table = plan(service(MARK, server("10.0.0.1", 8080, ForwardingMethod.MASQUERADE, 1)));
        assertEquals(Set.of(key("10.0.0.1", 8080)), keys(table, MARK));
    }

    @Test
    void realServersThatBecomeOneAreTheFirst() {
        IpvsTable table = plan(service(
                WEB,
                server("10.0.0.1", 8080, ForwardingMethod.DIRECT_ROUTE, 5),
                server("10.0.0.1", 8081, ForwardingMethod.DIRECT_ROUTE, 7)));
        assertEquals(1, keys(table, WEB).size());
        assertEquals(
                RealServer.of(key("10.0.0.1", 80), ForwardingMethod.DIRECT_ROUTE, 5),
                table.server(WEB, key("10.0.0.1", 80)));
    }

    @Test
    void whatIsDownIsAbsentOrInhibited() {
        RealServerDefinition gone = server("10.0.0.1", 80, ForwardingMethod.MASQUERADE, 4);
        RealServerDefinition quiet = Tables.inhibited(server("10.0.0.2", 80, ForwardingMethod.MASQUERADE, 4));
        RealServerDefinition fine = server("10.0.0.3", 80, ForwardingMethod.MASQUERADE, 4);
        ServiceDefinition service = service(WEB, gone, quiet, fine);
        PoolHealth health = new PoolHealth(Map.of(fine.name(), true), true, false);
        IpvsTable table = Planner.desired(List.of(service), Map.of(service.name(), health));
        assertNull(table.server(WEB, key("10.0.0.1", 80)));
        assertEquals(0, weight(table, "10.0.0.2"));
        assertEquals(4, weight(table, "10.0.0.3"));
    }

    @Test
    void theSorryServerReplacesAllOthers() {
        RealServerDefinition sorry = server("10.0.0.9", 80, ForwardingMethod.MASQUERADE, 1);
        RealServerDefinition alive = server("10.0.0.1", 80, ForwardingMethod.MASQUERADE, 4);
        ServiceDefinition service = service(List.of(WEB), sorry, alive);
        PoolHealth lost = new PoolHealth(Map.of(alive.name(), true), false, true);
        IpvsTable table = Planner.desired(List.of(service), Map.of(service.name(), lost));
        assertEquals(Set.of(key("10.0.0.9", 80)), keys(table, WEB));
        assertEquals(Set.of(key("10.0.0.1", 80)), keys(plan(service), WEB));
    }

    @Test
    void aSorryServerThatIsARealServerTooStandsInAllTheSame() {
        RealServerDefinition both = Tables.inhibited(server("10.0.0.1", 80, ForwardingMethod.MASQUERADE, 1));
        ServiceDefinition service = service(List.of(WEB), both, both);
        PoolHealth lost = new PoolHealth(Map.of(), false, true);
        IpvsTable table = Planner.desired(List.of(service), Map.of(service.name(), lost));
        assertEquals(1, weight(table, "10.0.0.1"));
    }

    @Test
    void oneDefinitionMayStandForSeveralServices() {
        ServiceKey other = tcp("192.168.1.12", 8443);
        ServiceDefinition service =
                service(List.of(WEB, other), null, server("10.0.0.1", 9, ForwardingMethod.DIRECT_ROUTE, 1));
        IpvsTable table = plan(service);
        assertEquals(Set.of(key("10.0.0.1", 80)), keys(table, WEB));
        assertEquals(Set.of(key("10.0.0.1", 8443)), keys(table, other));
    }

    @Test
    void ownershipNamesWhatIsDownAndTheSorryServerToo() {
        RealServerDefinition sorry = server("10.0.0.9", 80, ForwardingMethod.MASQUERADE, 1);
        ServiceDefinition service =
                service(List.of(WEB), sorry, server("10.0.0.1", 80, ForwardingMethod.MASQUERADE, 1));
        Ownership own = Planner.ownership(List.of(service));
        assertEquals(Map.of(WEB, Set.of(key("10.0.0.9", 80), key("10.0.0.1", 80))), own.servers());
    }

    @Test
    void aQuorumOutOfReachIsTheWholeWeight() {
        ServiceDefinition service = new ServiceDefinition(
                "x",
                List.of(WEB),
                "rr",
                Set.of(),
                null,
                List.of(server("10.0.0.1", 80, ForwardingMethod.MASQUERADE, 2)),
                null,
                9,
                9,
                false);
        assertEquals(2, Pools.of(service, Map.of()).quorum());
        assertEquals(1, Pools.of(service, Map.of()).hysteresis());
    }

    private static IpvsTable plan(ServiceDefinition service) {
        return Planner.desired(List.of(service), Map.of());
    }

    private static Set<RealServerKey> keys(IpvsTable table, ServiceKey service) {
        IpvsTable.Row row = table.row(service);
        return row == null ? Set.of() : row.servers().keySet();
    }

    private static int weight(IpvsTable table, String address) {
        RealServer server = table.server(WEB, key(address, 80));
        return server == null ? -1 : server.weight();
    }
}
