package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The ends of every range that the kernel's fields have, and one beyond each. */
class ValuesTest {
    private static final InetAddress ADDRESS = IpAddresses.parse("10.0.0.1");

    @Test
    void ports() {
        assertEquals(65535, new RealServerKey(ADDRESS, 65535).port());
        refused(() -> new RealServerKey(ADDRESS, 65536));
        refused(() -> new RealServerKey(ADDRESS, -1));
        refused(() -> new ServiceKey.ByAddress(Protocol.TCP, ADDRESS, 65536));
        refused(() -> new Tunnel(Tunnel.Type.GUE, 65536, Tunnel.Checksum.NONE));
    }

    @Test
    void marks() {
        assertEquals("FWM 4294967295", new ServiceKey.ByFwmark(0xFFFF_FFFFL, AddressFamily.IPV4).toString());
        assertEquals("FWM 1 IPv6", new ServiceKey.ByFwmark(1, AddressFamily.IPV6).toString());
        refused(() -> new ServiceKey.ByFwmark(0, AddressFamily.IPV4));
        refused(() -> new ServiceKey.ByFwmark(0x1_0000_0000L, AddressFamily.IPV4));
    }

    @Test
    void names() {
        assertEquals(
                15, Tables.service(Tables.WEB, "fifteen-letters").scheduler().length());
        refused(() -> Tables.service(Tables.WEB, "sixteen-letters-"));
        refused(() -> Tables.service(Tables.WEB, ""));
        refused(() -> new Persistence(1, 32, ""));
        refused(() -> new Persistence(1, 32, "sixteen-letters-"));
        refused(() -> daemon("sixteen-letters-", 0, 0, 0));
        refused(() -> daemon("", 0, 0, 0));
    }

    @Test
    void persistence() {
        refused(() -> new Persistence(0, 32, null));
        refused(() -> new Persistence(1, -1, null));
        refused(() -> Tables.persistent(Tables.WEB, 1, 33));
    }

    @Test
    void weightsAndThresholds() {
        RealServer server = Tables.SERVERS.get(0);
        assertEquals(Integer.MAX_VALUE, server.withWeight(Integer.MAX_VALUE).weight());
        refused(() -> server.withWeight(-1));
        refused(() -> new RealServer(server.key(), server.method(), 1, -1, 0, Tunnel.IPIP));
        refused(() -> new RealServer(server.key(), server.method(), 1, 0, -1, Tunnel.IPIP));
    }

    @Test
    void daemons() {
        assertEquals(255, daemon("eth0", 255, 65535, 255).syncId());
        refused(() -> daemon("eth0", 256, 0, 0));
        refused(() -> daemon("eth0", 0, 65536, 0));
        refused(() -> daemon("eth0", 0, 0, 256));
    }

    @Test
    void timeouts() {
        refused(() -> new IpvsTimeouts(-1, 0, 0));
        refused(() -> new IpvsTimeouts(0, -1, 0));
        refused(() -> new IpvsTimeouts(0, 0, -1));
    }

    @Test
    void onlyATunnelHasATunnel() {
        Tunnel gue = new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.FULL);
        RealServerKey key = new RealServerKey(ADDRESS, 80);
        assertEquals(gue, new RealServer(key, ForwardingMethod.TUNNEL, 1, 0, 0, gue).tunnel());
        assertEquals(
                RealServer.of(key, ForwardingMethod.MASQUERADE, 1),
                new RealServer(key, ForwardingMethod.MASQUERADE, 1, 0, 0, gue));
    }

    @Test
    void numbersOutsideAreNobodys() {
        refused(() -> AddressFamily.ofNumber(3));
        refused(() -> Protocol.ofNumber(1));
        refused(() -> ForwardingMethod.ofNumber(5));
        refused(() -> Tunnel.Type.ofNumber(3));
        refused(() -> SyncDaemon.Role.ofNumber(3));
        assertEquals(ForwardingMethod.DIRECT_ROUTE, ForwardingMethod.ofNumber(0x103));
    }

    @Test
    void aServiceIsNotChangedThroughItsFlags() {
        Set<ServiceFlag> flags = EnumSet.of(ServiceFlag.ONE_PACKET);
        VirtualService service = new VirtualService(Tables.WEB, "rr", flags, null);
        flags.clear();
        assertEquals(Set.of(ServiceFlag.ONE_PACKET), service.flags());
    }

    private static SyncDaemon daemon(String interfaceName, int syncId, int maxLength, int ttl) {
        return new SyncDaemon(SyncDaemon.Role.MASTER, interfaceName, syncId, maxLength, null, 0, ttl);
    }

    private static void refused(Executable construction) {
        assertThrows(IllegalArgumentException.class, construction);
    }
}
