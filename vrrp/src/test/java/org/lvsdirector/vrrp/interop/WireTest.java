package org.lvsdirector.vrrp.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.vrrp.interop.Rig.SOON;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;
import org.lvsdirector.vrrp.machine.VrrpState;
import org.lvsdirector.vrrp.packet.Authentication;
import org.lvsdirector.vrrp.packet.Rejection;
import org.lvsdirector.vrrp.runtime.DriverStatus;
import org.lvsdirector.vrrp.settings.AdvertisementSettings;
import org.lvsdirector.vrrp.settings.ElectionSettings;
import org.lvsdirector.vrrp.settings.GarpSchedule;
import org.lvsdirector.vrrp.settings.InitialState;
import org.lvsdirector.vrrp.settings.InstanceSettings;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/** What our driver puts on the wire, as tcpdump reads it, and what it makes of rubbish. */
@Tag("netns")
class WireTest {
    @RegisterExtension
    final Network network = Network.perTest();

    private Host ours;
    private Host stranger;

    @BeforeEach
    void makeMachines() {
        Lan lan = network.lan("vl-lan");
        ours = network.host("vl-ours").plug(lan, "eth0", "192.168.1.11/24", "192.168.1.13/24");
        stranger = network.host("vl-stranger").plug(lan, "eth0", "192.168.1.12/24");
    }

    @Test
    void tcpdumpReadsOurAdvertisementsWithoutComplaint() {
        ElectionSettings master = ElectionSettings.of(InitialState.MASTER, 100);
        InstanceSettings instance = Rig.instance(master, Authentication.pass("secret"));
        try (Running tcpdump = listen("ip proto 112");
                DriverPeer driver = DriverPeer.start(ours, instance)) {
            driver.awaitState(VrrpState.MASTER, SOON);
            tcpdump.awaitLine("VRRPv2", SOON);
            Await.until("three of them", SOON, () -> count(tcpdump, "VRRPv2, Advertisement") >= 3);
            String seen = tcpdump.output();
            assertTrue(
                    seen.contains("tos 0xc0, ttl 255, id 1, offset 0, flags [none], proto VRRP (112), length 40"),
                    seen);
            assertTrue(seen.contains("> 01:00:5e:00:00:12, ethertype IPv4"), seen);
            assertTrue(
                    seen.contains(
                            "192.168.1.11 > 224.0.0.18: VRRPv2, Advertisement, vrid 51, prio 100, authtype simple,"
                                    + " intvl 1s, length 20, addrs: 192.168.1.100 auth \"secret\""),
                    seen);
            assertFalse(seen.contains("bad"), seen);
        }
    }

    @Test
    void aChosenSourceAddressIsUsed() {
        InstanceSettings plain = Rig.instance(100);
        AdvertisementSettings advertisement = plain.advertisement().withSource(Rig.ip("192.168.1.13"));
        InstanceSettings chosen =
                InstanceSettings.of("VI_1", "eth0", advertisement, plain.election(), plain.addresses());
        try (Running tcpdump = listen("ip proto 112");
                DriverPeer driver = DriverPeer.start(ours, chosen)) {
            driver.awaitState(VrrpState.MASTER, SOON);
            tcpdump.awaitLine("192.168.1.13 > 224.0.0.18", SOON);
        }
    }

    @Test
    void gratuitousArpsComeFiveAtOnceAndFiveLater() {
        try (Running tcpdump = listen("arp");
                DriverPeer driver = DriverPeer.start(
                        ours, withGarp(new GarpSchedule(5, Rig.SECOND_NANOS, 0, 1, 5, Rig.SECOND_NANOS)))) {
            driver.awaitState(VrrpState.MASTER, SOON);
            String arp = "Request who-has 192.168.1.100 (ff:ff:ff:ff:ff:ff) tell 192.168.1.100";
            Await.until("ten of them", SOON, () -> count(tcpdump, arp) == 10);
            Stream<String> frames = tcpdump.lines().stream().map(Object::toString);
            assertEquals(
                    10,
                    frames.filter(line -> line.contains("> ff:ff:ff:ff:ff:ff, ethertype ARP") && line.contains(arp))
                            .count());
            driver.awaitLine("Sending gratuitous ARP on eth0 for 192.168.1.100", SOON);
        }
    }

    @Test
    void anIpv6AddressThatMovesAlongIsAnnouncedToAllNodes() {
        InstanceSettings plain = Rig.instance(100);
        InstanceSettings both = new InstanceSettings(
                plain.name(),
                plain.interfaceName(),
                plain.advertisement(),
                plain.election(),
                plain.addresses(),
                List.of(VirtualAddress.of(Rig.ip("2001:db8::100"))),
                plain.garp(),
                plain.tracked(),
                plain.trackPrimary(),
                plain.accept(),
                plain.skipAddressCheck());
        try (Running tcpdump = listen("icmp6 and ip6[40] == 136");
                DriverPeer driver = DriverPeer.start(ours, both)) {
            driver.awaitState(VrrpState.MASTER, SOON);
            tcpdump.awaitLine(
                    "2001:db8::100 > ff02::1: [icmp6 sum ok] ICMP6, neighbor advertisement, length 32,"
                            + " tgt is 2001:db8::100, Flags [override]",
                    SOON);
            assertTrue(ours.exec("ip", "-6", "address", "show", "dev", "eth0")
                    .contains("2001:db8::100/128 scope global nodad deprecated"));
            ours.sysctl("net.ipv6.conf.eth0.forwarding", "1");
            tcpdump.awaitLine("Flags [router, override]", SOON); // the second round, five seconds later
        }
        assertFalse(ours.hasAddress("2001:db8::100"));
    }

    @Test
    void rubbishIsCountedByReasonAndChangesNothing() {
        InstanceSettings instance = Rig.instance(100);
        try (DriverPeer driver = DriverPeer.start(ours, instance)) {
            driver.awaitState(VrrpState.MASTER, SOON);
            stranger.runWithInput(RUBBISH, "python3", "-").orFail();
            Await.until("every packet", SOON, () -> counted(driver) == RUBBISH_PACKETS);
            assertEquals(
                    Map.of(
                            Rejection.LENGTH, 3L,
                            Rejection.TTL, 1L,
                            Rejection.CHECKSUM, 1L,
                            Rejection.VERSION, 1L,
                            Rejection.TYPE, 1L),
                    driver.instance().counters().rejected());
            assertEquals(
                    new DriverStatus.StrayPackets(3, 2), driver.status().strays(), "no id to read, id of no router");
            assertEquals(VrrpState.MASTER, driver.instance().state());
            assertEquals(0, driver.instance().counters().advertsReceived());
            assertTrue(ours.hasAddress(Rig.VIP));
        }
    }

    @Test
    void twoRoutersOnOneInterfaceAreToldApart() {
        InstanceSettings second = InstanceSettings.of(
                "VI_2",
                "eth0",
                AdvertisementSettings.v2(52, Rig.SECOND_NANOS, Authentication.NONE),
                ElectionSettings.of(InitialState.BACKUP, 90),
                List.of(VirtualAddress.of(Rig.ip("192.168.1.101"))));
        try (DriverPeer driver = DriverPeer.start(ours, Rig.instance(100), second);
                DriverPeer other = DriverPeer.start(stranger, Rig.instance(90), withPriority(second, 100))) {
            Await.until(
                    "each is master of its own",
                    SOON,
                    () -> ours.hasAddress("192.168.1.100")
                            && stranger.hasAddress("192.168.1.101")
                            && !ours.hasAddress("192.168.1.101")
                            && !stranger.hasAddress("192.168.1.100"));
            assertEquals(0, driver.status().strays().unknownVrid());
            assertEquals(0, other.status().strays().unknownVrid());
        }
    }

    private static InstanceSettings withPriority(InstanceSettings settings, int priority) {
        return InstanceSettings.of(
                settings.name(),
                settings.interfaceName(),
                settings.advertisement(),
                ElectionSettings.of(InitialState.BACKUP, priority),
                settings.addresses());
    }

    private static InstanceSettings withGarp(GarpSchedule garp) {
        InstanceSettings plain = Rig.instance(100);
        return new InstanceSettings(
                plain.name(),
                plain.interfaceName(),
                plain.advertisement(),
                plain.election(),
                plain.addresses(),
                plain.excludedAddresses(),
                garp,
                plain.tracked(),
                plain.trackPrimary(),
                plain.accept(),
                plain.skipAddressCheck());
    }

    private Running listen(String filter) {
        Running tcpdump = stranger.start("tcpdump", "-l", "-e", "-n", "-vvv", "--immediate-mode", "-i", "eth0", filter);
        tcpdump.awaitLine("listening on", SOON);
        return tcpdump;
    }

    private static int count(Running tcpdump, String fragment) {
        return (int) tcpdump.lines().stream()
                .filter(line -> line.text().contains(fragment))
                .count();
    }

    private static long counted(DriverPeer driver) {
        DriverStatus status = driver.status();
        long rejected = status.router().instances().get(0).counters().rejected().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return rejected + status.strays().tooShort() + status.strays().unknownVrid();
    }

    private static final int RUBBISH_PACKETS = 12;

    /** A program that sends what a broken or hostile neighbour might. */
    private static final String RUBBISH = """
            import socket, struct
            s = socket.socket(socket.AF_INET, socket.SOCK_RAW, 112)
            s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton('192.168.1.12'))
            def checksum(b):
                n = sum(struct.unpack('!%dH' % (len(b) // 2), b))
                while n >> 16: n = (n & 0xffff) + (n >> 16)
                return ~n & 0xffff
            def advert(first=0x21, vrid=51, priority=200, count=1, interval=1, tail=b''):
                vip = socket.inet_aton('192.168.1.100')
                head = struct.pack('!BBBBBB', first, vrid, priority, count, 0, interval)
                body = vip + b'\\0' * 8 + tail
                return head + struct.pack('!H', checksum(head + b'\\0\\0' + body)) + body
            def send(data, ttl=255):
                s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, ttl)
                s.sendto(data, ('224.0.0.18', 0))
            good = advert()
            send(b'')                                 # nothing at all
            send(b'\\x21')                             # no virtual router id
            send(good[:7])                            # cut in the header
            send(good[:12])                           # cut in the authentication data
            send(advert(count=200))                   # more addresses said than there
            send(advert(tail=b'x' * 1200))            # longer than it says
            send(good, ttl=254)                       # came through a router
            send(good[:-1] + b'x')                    # checksum
            send(advert(first=0x91))                  # version 9
            send(advert(first=0x22))                  # type 2
            send(advert(vrid=99))                     # somebody else's
            send(b'\\xff' * 1400)                      # noise
            """;
}
