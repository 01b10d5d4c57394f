package org.lvsdirector.vrrp.packet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Datagrams that keepalived 2.2.7 (Debian 12) sent between two namespaces, one field a row, with what they say.
 *
 * @param identification of the IP header; 0 where it has none
 * @param hex from the IP header; the flow label that the kernel puts into IPv6's is left 0
 */
record Captured(
        String what,
        Advertisement says,
        Delivery delivery,
        InetAddress source,
        InetAddress destination,
        int identification,
        String hex) {

    /** Over IPv4 multicast. */
    Captured(String what, Advertisement says, InetAddress source, InetAddress group, int identification, String hex) {
        this(what, says, Delivery.multicast(Family.IPV4), source, group, identification, hex);
    }

    private static final InetAddress SOURCE = address("192.168.100.244");
    private static final InetAddress GROUP = address("224.0.0.18");

    static final Captured PASSWORD = new Captured(
            "version 2, password, three addresses",
            new Advertisement(
                    VrrpVersion.V2,
                    100,
                    100,
                    100,
                    Authentication.pass("xxxx"),
                    addresses("192.168.100.111", "192.168.100.112", "10.0.0.1")),
            SOURCE,
            GROUP,
            1,
            rows(
                    "45 c0 0030", // version and header length, tos, total length
                    "0001 0000", // identification, flags and fragment offset
                    "ff 70 b4ed", // ttl, protocol, header checksum
                    "c0a864f4", // source 192.168.100.244
                    "e0000012", // destination 224.0.0.18
                    "21 64 64 03", // version and type, vrid 100, priority 100, 3 addresses
                    "01 01 3474", // auth type PASS, 1 s, checksum
                    "c0a8646f c0a86470 0a000001",
                    "7878787800000000")); // "xxxx"

    static final Captured PASSWORD_STOP = new Captured(
            "version 2, password, priority 0",
            PASSWORD.saying(0),
            SOURCE,
            GROUP,
            6,
            rows(
                    "45 c0 0030",
                    "0006 0000",
                    "ff 70 b4e8",
                    "c0a864f4",
                    "e0000012",
                    "21 64 00 03", // priority 0: the master resigns
                    "01 01 9874",
                    "c0a8646f c0a86470 0a000001",
                    "7878787800000000"));

    static final Captured NO_AUTHENTICATION = new Captured(
            "version 2, no authentication, owner",
            new Advertisement(VrrpVersion.V2, 51, 255, 300, Authentication.NONE, addresses("192.168.100.113")),
            SOURCE,
            GROUP,
            2,
            rows(
                    "45 c0 0028",
                    "0002 0000",
                    "ff 70 b4f4",
                    "c0a864f4",
                    "e0000012",
                    "21 33 ff 01", // vrid 51, priority 255, 1 address
                    "00 03 baad", // auth type none, 3 s, checksum
                    "c0a86471",
                    "0000000000000000")); // authentication data all the same

    static final Captured VERSION_3 = new Captured(
            "version 3 over IPv4",
            new Advertisement(
                    VrrpVersion.V3, 7, 200, 25, Authentication.NONE, addresses("192.168.100.114", "192.168.100.115")),
            SOURCE,
            GROUP,
            29,
            rows(
                    "45 c0 0024",
                    "001d 0000",
                    "ff 70 b4dd",
                    "c0a864f4",
                    "e0000012",
                    "31 07 c8 02", // version 3, vrid 7, priority 200, 2 addresses
                    "0019 b675", // 25 hundredths, checksum with pseudo header
                    "c0a86472 c0a86473"));

    static final Captured VERSION_3_IPV6 = new Captured(
            "version 3 over IPv6",
            new Advertisement(VrrpVersion.V3, 61, 150, 50, Authentication.NONE, addresses("fe80::61", "2001:db8::61")),
            Delivery.multicast(Family.IPV6),
            address("fe80::244"),
            address("ff02::12"),
            0,
            rows(
                    "6c000000 0028 70 ff", // version, class and flow label; payload length, protocol, hop limit
                    "fe80000000000000 0000000000000244",
                    "ff02000000000000 0000000000000012",
                    "31 3d 96 02", // vrid 61, priority 150, 2 addresses
                    "0032 0b20", // 50 hundredths, checksum
                    "fe800000000000000000000000000061",
                    "20010db8000000000000000000000061"));

    static final Captured HEADER = new Captured(
            "version 2, authentication header",
            new Advertisement(
                    VrrpVersion.V2, 62, 140, 100, Authentication.header("sesame"), addresses("192.168.100.116")),
            SOURCE,
            GROUP,
            1,
            rows(
                    "45 c0 0040",
                    "0001 0000",
                    "ff 33 b51a", // protocol 51
                    "c0a864f4",
                    "e0000012",
                    "70 04 0000", // next header 112, length, reserved
                    "c0a864f4", // security parameter index: the source
                    "00000001", // sequence number
                    "c04e6c6a 0feb93e2 0feefe55", // digest
                    "21 3e 8c 01",
                    "02 01 2ba2", // auth type AH
                    "c0a86474",
                    "0000000000000000"));

    static final Captured UNICAST = new Captured(
            "version 3 over unicast, TTL 7",
            new Advertisement(VrrpVersion.V3, 63, 130, 30, Authentication.NONE, addresses("192.168.100.117")),
            Delivery.multicast(Family.IPV4)
                    .withUnicast(new Unicast(
                            List.of(
                                    UnicastPeer.of(address("192.168.100.245")),
                                    UnicastPeer.of(address("192.168.100.246"))),
                            7,
                            false)),
            SOURCE,
            address("192.168.100.246"),
            1,
            rows(
                    "45 c0 0020",
                    "0001 0000",
                    "07 70 6772",
                    "c0a864f4",
                    "c0a864f6",
                    "31 3f 82 01",
                    "001e dbca", // checksum with the peer in the pseudo header
                    "c0a86475"));

    static final Captured OLD_UNICAST = new Captured(
            "version 3 over unicast, the checksum that keepalived had up to 1.3.6",
            UNICAST.says(),
            UNICAST.delivery().withChecksum(ChecksumForm.OLD_UNICAST),
            SOURCE,
            address("192.168.100.246"),
            1,
            rows(
                    "45 c0 0020",
                    "0001 0000",
                    "07 70 6772",
                    "c0a864f4",
                    "c0a864f6",
                    "31 3f 82 01",
                    "001e 2157", // checksum with the group in the pseudo header
                    "c0a86475"));

    static Stream<Captured> all() {
        return Stream.of(
                PASSWORD, PASSWORD_STOP, NO_AUTHENTICATION, VERSION_3, VERSION_3_IPV6, HEADER, UNICAST, OLD_UNICAST);
    }

    /** A copy that may be damaged. */
    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes());
    }

    AdvertisementFilter filter() {
        return AdvertisementFilter.of(says, delivery, AuthenticationHeader.of(says.authentication()));
    }

    /** What its sender had encoded, ready to send its first datagram. */
    AdvertisementTemplate template() {
        return template(saying(1));
    }

    AdvertisementTemplate template(Advertisement advertisement) {
        AuthenticationHeader header = AuthenticationHeader.of(says.authentication());
        if (header != null) {
            header.advance();
        }
        return AdvertisementTemplate.of(advertisement, delivery, source, destination, header);
    }

    Advertisement saying(int priority) {
        return new Advertisement(
                says.version(), says.vrid(), priority, says.intervalCentis(), says.authentication(), says.addresses());
    }

    static List<InetAddress> addresses(String... texts) {
        return Stream.of(texts).map(Captured::address).toList();
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String rows(String... fields) {
        return String.join("", fields).replace(" ", "");
    }

    @Override
    public String toString() {
        return what;
    }
}
