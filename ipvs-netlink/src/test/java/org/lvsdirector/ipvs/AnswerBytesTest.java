package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;

/** Golden bytes of the kernel's answers, field by field, on a little-endian machine. The kernel sets no flag on its nests. */
class AnswerBytesTest {
    private static final String STATS = "6000" + "0a00" // STATS: 32 bits but for the bytes
            + "0800" + "0100" + "01000000" // CONNS
            + "0800" + "0200" + "02000000" // INPKTS
            + "0800" + "0300" + "03000000" // OUTPKTS
            + "0c00" + "0400" + "0400000000000000" // INBYTES
            + "0c00" + "0500" + "0500000000000000" // OUTBYTES
            + "0400" + "0b00" // PAD
            + "0800" + "0600" + "06000000" // CPS
            + "0800" + "0700" + "07000000" // INPPS
            + "0800" + "0800" + "08000000" // OUTPPS
            + "0800" + "0900" + "09000000" // INBPS
            + "0800" + "0a00" + "ffffffff"; // OUTBPS
    private static final String STATS64 = "7c00" + "0c00" // STATS64: 64 bits each
            + "0c00" + "0100" + "0100000001000000" // CONNS, above 2^32
            + "0c00" + "0200" + "0200000000000000" // INPKTS
            + "0c00" + "0300" + "0300000000000000" // OUTPKTS
            + "0c00" + "0400" + "0400000000000000" // INBYTES
            + "0c00" + "0500" + "ffffffffffffffff" // OUTBYTES, all of it
            + "0c00" + "0600" + "0600000000000000" // CPS
            + "0c00" + "0700" + "0700000000000000" // INPPS
            + "0c00" + "0800" + "0800000000000000" // OUTPPS
            + "0c00" + "0900" + "0900000000000000" // INBPS
            + "0c00" + "0a00" + "0a00000001000000"; // OUTBPS
    private static final TrafficStats NARROW = new TrafficStats(1, 2, 3, 4, 5, 6, 7, 8, 9, 0xFFFF_FFFFL);
    private static final TrafficStats WIDE = new TrafficStats(0x1_0000_0001L, 2, 3, 4, -1, 6, 7, 8, 9, 0x1_0000_000AL);

    private static final String SERVICE = "01010000"; // cmd NEW_SERVICE
    private static final String WEB = "0600" + "0100" + "0200" + "0000" // AF inet
            + "0600" + "0200" + "0600" + "0000" // PROTOCOL tcp
            + "1400" + "0300" + "0a000001" + "000000000000000000000000" // ADDR 10.0.0.1
            + "0600" + "0400" + "0050" + "0000" // PORT 80
            + "0700" + "0600" + "72720000" // SCHED_NAME "rr"
            + "0c00" + "0700" + "02000000" + "ffffffff" // FLAGS: hashed, which is the kernel's own
            + "0800" + "0800" + "00000000" // TIMEOUT
            + "0800" + "0900" + "ffffffff"; // NETMASK

    private static final String DEST = "05010000"; // cmd NEW_DEST
    private static final String OLD_DEST = "1400" + "0100" + "0a010001" + "000000000000000000000000" // ADDR
            + "0600" + "0200" + "1f90" + "0000" // PORT 8080
            + "0800" + "0300" + "03000000" // FWD_METHOD direct route
            + "0800" + "0400" + "05000000" // WEIGHT
            + "0800" + "0500" + "64000000" // U_THRESH
            + "0800" + "0600" + "14000000" // L_THRESH
            + "0800" + "0700" + "ffffffff" // ACTIVE_CONNS
            + "0800" + "0800" + "02000000" // INACT_CONNS
            + "0800" + "0900" + "03000000"; // PERSIST_CONNS

    @Test
    void aServiceWithBothKindsOfCounters() {
        VirtualService web = Tables.service(Tables.WEB, "rr");
        assertEquals(List.of(new ServiceEntry(web, WIDE)), services(WEB + STATS + STATS64));
        assertEquals(List.of(new ServiceEntry(web, WIDE)), services(STATS64 + WEB + STATS), "in any order");
    }

    @Test
    void anOldKernelsServiceHasNarrowCountersOrNone() {
        VirtualService web = Tables.service(Tables.WEB, "rr");
        assertEquals(List.of(new ServiceEntry(web, NARROW)), services(WEB + STATS));
        assertEquals(List.of(new ServiceEntry(web, TrafficStats.ZERO)), services(WEB));
    }

    @Test
    void aPersistentServiceByMark() {
        String bytes = "0600" + "0100" + "0a00" + "0000" // AF inet6
                + "0800" + "0500" + "2c010000" // FWMARK 300
                + "0700" + "0600" + "73680000" // SCHED_NAME "sh"
                + "0800" + "0b00" + "73697000" // PE_NAME "sip"
                + "0c00" + "0700" + "2f000000" + "ffffffff" // persistent, hashed, ops, SCHED1, SCHED3
                + "0800" + "0800" + "68010000" // TIMEOUT 360
                + "0800" + "0900" + "40000000"; // NETMASK: 64, host order
        VirtualService expected = new VirtualService(
                new ServiceKey.ByFwmark(300, AddressFamily.IPV6),
                "sh",
                Set.of(ServiceFlag.ONE_PACKET, ServiceFlag.SCHEDULER_1, ServiceFlag.SCHEDULER_3),
                new Persistence(360, 64, "sip"));
        assertEquals(List.of(new ServiceEntry(expected, TrafficStats.ZERO)), services(bytes));
    }

    @Test
    void anIpv4NetmaskIsInNetworkOrder() {
        String bytes = WEB.replace("02000000" + "ffffffff", "03000000" + "ffffffff") // persistent too
                .replace("0800" + "0800" + "00000000", "0800" + "0800" + "0a000000")
                .replace("0800" + "0900" + "ffffffff", "0800" + "0900" + "ffffff00");
        Persistence persistence = services(bytes).get(0).service().persistence();
        assertEquals(new Persistence(10, 24, null), persistence);
    }

    @Test
    void attributesOfANewerKernelArePassedOver() {
        String newer = "0800" + "6300" + "01020304"; // type 99
        assertEquals(services(WEB), services(newer + WEB + newer));
        assertEquals(servers(OLD_DEST), servers(newer + OLD_DEST));
    }

    @Test
    void anOldKernelsRealServerIsOfTheServicesFamily() {
        RealServer server = new RealServer(
                Tables.serverKey("10.1.0.1", 8080), ForwardingMethod.DIRECT_ROUTE, 5, 100, 20, Tunnel.IPIP);
        assertEquals(List.of(new RealServerEntry(server, 0xFFFF_FFFFL, 2, 3, NARROW)), servers(OLD_DEST + STATS));
    }

    @Test
    void aRealServerWithAllThatItCanHave() {
        String bytes = OLD_DEST.replace(
                        "0a010001" + "000000000000000000000000", "00000000000000000000ffff0a000001") // ::ffff:10.0.0.1
                + "0600" + "0b00" + "0a00" + "0000" // ADDR_FAMILY inet6
                + "0500" + "0d00" + "01000000" // TUN_TYPE gue
                + "0600" + "0e00" + "17c0" + "0000" // TUN_PORT 6080
                + "0600" + "0f00" + "0100" + "0000" // TUN_FLAGS csum
                + STATS64;
        RealServer server = new RealServer(
                Tables.serverKey("::ffff:10.0.0.1", 8080),
                ForwardingMethod.TUNNEL,
                5,
                100,
                20,
                new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.FULL));
        assertEquals(
                List.of(new RealServerEntry(server, 0xFFFF_FFFFL, 2, 3, WIDE)),
                servers(bytes.replace("0800" + "0300" + "03000000", "0800" + "0300" + "02000000")));
        assertEquals(AddressFamily.IPV6, server.key().family(), "a mapped address stays IPv6");
    }

    @Test
    void timeoutsInformationAndDaemons() {
        assertEquals(
                new IpvsTimeouts(900, 120, 300),
                FakeIpvsKernel.answering(
                                "0c010000" // cmd SET_CONFIG
                                        + "0800" + "0400" + "84030000" // TIMEOUT_TCP
                                        + "0800" + "0500" + "78000000" // TIMEOUT_TCP_FIN
                                        + "0800" + "0600" + "2c010000") // TIMEOUT_UDP
                        .open()
                        .timeouts());
        assertEquals(
                new IpvsInfo(1, 2, 1, 4096),
                FakeIpvsKernel.answering(
                                "0e010000" // cmd SET_INFO
                                        + "0800" + "0100" + "01020100" // VERSION 0x010201
                                        + "0800" + "0200" + "00100000") // CONN_TAB_SIZE
                        .open()
                        .info());
        String daemon = "0800" + "0100" + "01000000" // STATE master
                + "0900" + "0200" + "65746830" + "00000000" // MCAST_IFN "eth0"
                + "0800" + "0300" + "07000000" // SYNC_ID
                + "0600" + "0400" + "c005" + "0000" // SYNC_MAXLEN 1472
                + "0600" + "0700" + "9022" + "0000" // MCAST_PORT 8848, host order
                + "0500" + "0800" + "01000000" // MCAST_TTL
                + "0800" + "0500" + "e0000051"; // MCAST_GROUP 224.0.0.81
        assertEquals(
                List.of(new SyncDaemon(
                        SyncDaemon.Role.MASTER, "eth0", 7, 1472, IpAddresses.parse("224.0.0.81"), 8848, 1)),
                FakeIpvsKernel.answering("09010000" + nest(3, daemon)).open().daemons());
    }

    @Test
    void everyCutAnswerIsRefusedOrReadButNothingElse() {
        String service = SERVICE + nest(1, WEB + STATS + STATS64);
        String server = DEST + nest(2, OLD_DEST + "0600" + "0b00" + "0200" + "0000" + STATS + STATS64);
        cutEverywhere(service, Ipvs::services);
        cutEverywhere(server, ipvs -> ipvs.realServers(Tables.WEB));
        cutEverywhere("0c010000" + "0800" + "0400" + "84030000", Ipvs::timeouts);
        cutEverywhere("0e010000" + "0800" + "0100" + "01020100", Ipvs::info);
        cutEverywhere("09010000" + nest(3, "0800" + "0100" + "01000000" + "0700" + "0200" + "6c6f0000"), Ipvs::daemons);
    }

    private interface Question {
        Object ask(Ipvs ipvs);
    }

    private static void cutEverywhere(String payload, Question question) {
        for (int length = 0; length < payload.length(); length += 2) {
            Ipvs ipvs = FakeIpvsKernel.answering(payload.substring(0, length)).open();
            try {
                question.ask(ipvs);
            } catch (IpvsException e) {
                assertEquals(Errno.EPROTO, e.errno(), () -> "" + e);
            }
        }
    }

    @Test
    void whatTheKernelNeverSaysIsEPROTO() {
        assertEquals(Errno.EPROTO, refused(SERVICE + nest(1, WEB.replace("0100" + "0200", "0100" + "0100"))));
        assertEquals(Errno.EPROTO, refused(SERVICE + nest(1, WEB.substring(16))));
        assertEquals(Errno.EPROTO, refused(SERVICE + nest(1, WEB.replace("0700" + "0600", "0400" + "0600"))));
    }

    private static Errno refused(String payload) {
        return assertThrows(
                        IpvsException.class,
                        () -> FakeIpvsKernel.answering(payload).open().services())
                .errno();
    }

    @Test
    void oneServiceIsAskedForByName() {
        Ipvs ipvs = FakeIpvsKernel.answering(SERVICE + nest(1, WEB)).open();
        assertEquals(Optional.of(Tables.WEB), ipvs.service(Tables.WEB).map(entry -> entry.service()
                .key()));
    }

    private static List<ServiceEntry> services(String attributes) {
        return FakeIpvsKernel.answering(SERVICE + nest(1, attributes)).open().services();
    }

    private static List<RealServerEntry> servers(String attributes) {
        return FakeIpvsKernel.answering(DEST + nest(2, attributes)).open().realServers(Tables.WEB);
    }

    private static String nest(int type, String attributes) {
        int length = 4 + attributes.length() / 2;
        return String.format("%02x%02x%02x00", length & 0xFF, length >>> 8, type) + attributes;
    }
}
