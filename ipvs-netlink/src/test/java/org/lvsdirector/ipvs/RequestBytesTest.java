package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConstants;

/** Golden bytes of every request, field by field, on a little-endian machine. */
class RequestBytesTest {
    private static final int PLAIN = NetlinkConstants.NLM_F_REQUEST | NetlinkConstants.NLM_F_ACK;
    private static final int DUMP = NetlinkConstants.NLM_F_REQUEST | NetlinkConstants.NLM_F_DUMP;

    private static final String WEB_IDENTITY = "0600" + "0100" + "0200" + "0000" // AF inet
            + "0600" + "0200" + "0600" + "0000" // PROTOCOL tcp
            + "1400" + "0300" + "0a000001" + "000000000000000000000000" // ADDR 10.0.0.1
            + "0600" + "0400" + "0050" + "0000"; // PORT 80, big endian
    private static final String WEB_KEY = "3000" + "0180" + WEB_IDENTITY;

    @Test
    void addService() {
        assertEquals(
                "01010000" // cmd NEW_SERVICE, version 1, reserved
                        + "5400" + "0180" // SERVICE
                        + WEB_IDENTITY
                        + "0700" + "0600" + "72720000" // SCHED_NAME "rr"
                        + "0c00" + "0700" + "00000000" + "ffffffff" // FLAGS, mask
                        + "0800" + "0800" + "00000000" // TIMEOUT
                        + "0800" + "0900" + "ffffffff", // NETMASK
                change(new IpvsChange.AddService(Tables.service(Tables.WEB, "rr"))));
    }

    @Test
    void updateServiceWithAllThatItCanHave() {
        ServiceKey key = new ServiceKey.ByAddress(Protocol.UDP, IpAddresses.parse("10.0.0.1"), 5060);
        assertEquals(
                "02010000" // cmd SET_SERVICE
                        + "5c00" + "0180" // SERVICE
                        + "0600" + "0100" + "0200" + "0000" // AF inet
                        + "0600" + "0200" + "1100" + "0000" // PROTOCOL udp
                        + "1400" + "0300" + "0a000001" + "000000000000000000000000" // ADDR
                        + "0600" + "0400" + "13c4" + "0000" // PORT 5060
                        + "0700" + "0600" + "73680000" // SCHED_NAME "sh"
                        + "0800" + "0b00" + "73697000" // PE_NAME "sip"
                        + "0c00" + "0700" + "3d000000" + "ffffffff" // persistent, ops, three scheduler flags
                        + "0800" + "0800" + "2c010000" // TIMEOUT 300
                        + "0800" + "0900" + "fffffe00", // NETMASK /23 in network order
                change(new IpvsChange.UpdateService(
                        new VirtualService(key, "sh", Set.of(ServiceFlag.values()), new Persistence(300, 23, "sip")))));
    }

    @Test
    void ipv6NetmaskIsAPrefixLength() {
        String bytes = change(new IpvsChange.AddService(Tables.persistent(Tables.tcp("2001:db8::1", 443), 50, 64)));
        assertEquals(
                "0600" + "0100" + "0a00" + "0000" // AF inet6
                        + "0600" + "0200" + "0600" + "0000" // PROTOCOL
                        + "1400" + "0300" + "20010db8000000000000000000000001" // ADDR
                        + "0600" + "0400" + "01bb" + "0000", // PORT
                bytes.substring(16, 16 + 88));
        assertEquals("0800" + "0900" + "40000000", bytes.substring(bytes.length() - 16), "64 in the host's order");
    }

    @Test
    void netmasksAtTheirEnds() {
        assertEquals("ffffffff", netmask(Tables.persistent(Tables.WEB, 1, 32)));
        assertEquals("80000000", netmask(Tables.persistent(Tables.WEB, 1, 1)));
        assertEquals("00000000", netmask(Tables.persistent(Tables.WEB, 1, 0)));
        assertEquals("80000000", netmask(Tables.service(Tables.WEB6, "rr")), "128 without persistence too");
        assertThrows(IllegalArgumentException.class, () -> Tables.persistent(Tables.WEB, 1, 33));
        assertThrows(IllegalArgumentException.class, () -> Tables.persistent(Tables.WEB6, 1, 129));
    }

    private static String netmask(VirtualService service) {
        String bytes = change(new IpvsChange.AddService(service));
        return bytes.substring(bytes.length() - 8);
    }

    @Test
    void removeServiceByMark() {
        assertEquals(
                "03010000" // cmd DEL_SERVICE
                        + "1400" + "0180" // SERVICE
                        + "0600" + "0100" + "0a00" + "0000" // AF inet6
                        + "0800" + "0500" + "feffffff", // FWMARK 4294967294
                change(new IpvsChange.RemoveService(new ServiceKey.ByFwmark(0xFFFF_FFFEL, AddressFamily.IPV6))));
    }

    @Test
    void addServer() {
        assertEquals(
                "05010000" // cmd NEW_DEST
                        + WEB_KEY
                        + "4800" + "0280" // DEST
                        + "1400" + "0100" + "0a010001" + "000000000000000000000000" // ADDR 10.1.0.1
                        + "0600" + "0200" + "1f90" + "0000" // PORT 8080
                        + "0600" + "0b00" + "0200" + "0000" // ADDR_FAMILY inet
                        + "0800" + "0300" + "00000000" // FWD_METHOD masq
                        + "0800" + "0400" + "ffffff7f" // WEIGHT 2^31-1
                        + "0800" + "0500" + "64000000" // U_THRESH 100
                        + "0800" + "0600" + "14000000", // L_THRESH 20
                change(new IpvsChange.AddServer(
                        Tables.WEB,
                        new RealServer(
                                Tables.serverKey("10.1.0.1", 8080),
                                ForwardingMethod.MASQUERADE,
                                Integer.MAX_VALUE,
                                100,
                                20,
                                Tunnel.IPIP))));
    }

    @Test
    void updateTunnelledServerOfAnotherFamily() {
        assertEquals(
                "06010000" // cmd SET_DEST
                        + WEB_KEY
                        + "6000" + "0280" // DEST
                        + "1400" + "0100" + "20010db8000000000000000000000002" // ADDR
                        + "0600" + "0200" + "0050" + "0000" // PORT
                        + "0600" + "0b00" + "0a00" + "0000" // ADDR_FAMILY inet6
                        + "0800" + "0300" + "02000000" // FWD_METHOD tunnel
                        + "0800" + "0400" + "01000000" // WEIGHT
                        + "0800" + "0500" + "00000000" // U_THRESH
                        + "0800" + "0600" + "00000000" // L_THRESH
                        + "0500" + "0d00" + "01000000" // TUN_TYPE gue
                        + "0600" + "0e00" + "17c0" + "0000" // TUN_PORT 6080, big endian
                        + "0600" + "0f00" + "0200" + "0000", // TUN_FLAGS remcsum, host order
                change(new IpvsChange.UpdateServer(
                        Tables.WEB,
                        new RealServer(
                                Tables.serverKey("2001:db8::2", 80),
                                ForwardingMethod.TUNNEL,
                                1,
                                0,
                                0,
                                new Tunnel(Tunnel.Type.GUE, 6080, Tunnel.Checksum.REMOTE)))));
    }

    @Test
    void removeServer() {
        assertEquals(
                "07010000" // cmd DEL_DEST
                        + WEB_KEY
                        + "2800" + "0280" // DEST
                        + "1400" + "0100" + "0a010001" + "000000000000000000000000" // ADDR
                        + "0600" + "0200" + "ffff" + "0000" // PORT 65535
                        + "0600" + "0b00" + "0200" + "0000", // ADDR_FAMILY
                change(new IpvsChange.RemoveServer(Tables.WEB, Tables.serverKey("10.1.0.1", 65535))));
    }

    @Test
    void questions() {
        assertEquals("04010000", asked(DUMP, Ipvs::services));
        assertEquals("08010000" + WEB_KEY, asked(DUMP, ipvs -> ipvs.realServers(Tables.WEB)));
        assertEquals("0b010000", asked(DUMP, Ipvs::daemons));
        assertEquals("04010000" + WEB_KEY, refusedQuestion(ipvs -> ipvs.service(Tables.WEB)));
        assertEquals("0d010000", refusedQuestion(Ipvs::timeouts));
        assertEquals("0f010000", refusedQuestion(Ipvs::info));
    }

    @Test
    void commandsOverTheWholeTable() {
        assertEquals("10010000", asked(PLAIN, ipvs -> ipvs.zero(null)));
        assertEquals("10010000" + WEB_KEY, asked(PLAIN, ipvs -> ipvs.zero(Tables.WEB)));
        assertEquals("11010000", asked(PLAIN, Ipvs::flush));
        assertEquals(
                "0c010000" // cmd SET_CONFIG
                        + "0800" + "0400" + "ffffff7f" // TIMEOUT_TCP 2^31-1
                        + "0800" + "0500" + "00000000" // TIMEOUT_TCP_FIN
                        + "0800" + "0600" + "2c010000", // TIMEOUT_UDP 300
                asked(PLAIN, ipvs -> ipvs.setTimeouts(new IpvsTimeouts(Integer.MAX_VALUE, 0, 300))));
    }

    @Test
    void startDaemonWithAllThatItCanHave() {
        assertEquals(
                "09010000" // cmd NEW_DAEMON
                        + "4000" + "0380" // DAEMON
                        + "0800" + "0100" + "02000000" // STATE backup
                        + "0900" + "0200" + "65746830" + "00000000" // MCAST_IFN "eth0"
                        + "0800" + "0300" + "ff000000" // SYNC_ID 255
                        + "0600" + "0400" + "7805" + "0000" // SYNC_MAXLEN 1400, host order
                        + "0800" + "0500" + "ef010203" // MCAST_GROUP 239.1.2.3
                        + "0600" + "0700" + "d204" + "0000" // MCAST_PORT 1234, host order
                        + "0500" + "0800" + "ff000000", // MCAST_TTL 255
                asked(
                        PLAIN,
                        ipvs -> ipvs.startDaemon(new SyncDaemon(
                                SyncDaemon.Role.BACKUP,
                                "eth0",
                                255,
                                1400,
                                IpAddresses.parse("239.1.2.3"),
                                1234,
                                255))));
    }

    @Test
    void startDaemonWithAnIpv6Group() {
        assertEquals(
                "09010000" // cmd NEW_DAEMON
                        + "3000" + "0380" // DAEMON
                        + "0800" + "0100" + "01000000" // STATE master
                        + "0700" + "0200" + "6c6f0000" // MCAST_IFN "lo"
                        + "0800" + "0300" + "00000000" // SYNC_ID
                        + "1400" + "0600" + "ff050000000000000000000000000051", // MCAST_GROUP6
                asked(
                        PLAIN,
                        ipvs -> ipvs.startDaemon(new SyncDaemon(
                                SyncDaemon.Role.MASTER, "lo", 0, 0, IpAddresses.parse("ff05::51"), 0, 0))));
    }

    @Test
    void stopDaemonGoesWithARequestThatIsAlwaysAnswered() {
        FakeIpvsKernel kernel = FakeIpvsKernel.acknowledging();
        kernel.open().stopDaemon(SyncDaemon.Role.MASTER, 7);
        assertEquals(
                List.of(
                        "0a010000" // cmd DEL_DAEMON
                                + "1400" + "0380" // DAEMON
                                + "0800" + "0100" + "01000000" // STATE master
                                + "0800" + "0300" + "07000000", // SYNC_ID
                        "0f010000"), // cmd GET_INFO
                kernel.asked().stream().map(sent -> sent.payload()).toList());
    }

    private static String change(IpvsChange change) {
        return asked(PLAIN, ipvs -> ipvs.apply(List.of(change)));
    }

    private static String asked(int flags, Consumer<Ipvs> request) {
        FakeIpvsKernel kernel = FakeIpvsKernel.answering();
        request.accept(kernel.open());
        assertEquals(flags, kernel.asked().get(0).flags());
        assertEquals(FakeIpvsKernel.FAMILY, kernel.asked().get(0).type());
        return kernel.payload();
    }

    /** A question whose answer does not matter here: the kernel says ESRCH. */
    private static String refusedQuestion(Consumer<Ipvs> question) {
        FakeIpvsKernel kernel = FakeIpvsKernel.refusing(Errno.ESRCH);
        try {
            question.accept(kernel.open());
        } catch (IpvsException e) {
            assertEquals(Errno.ESRCH, e.errno());
        }
        return kernel.payload();
    }
}
