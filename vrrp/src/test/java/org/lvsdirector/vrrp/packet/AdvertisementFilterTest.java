package org.lvsdirector.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Valid;

/** RFC 3768 and RFC 9568, section 7.1: what a receiver must verify; each field damaged in turn. */
class AdvertisementFilterTest {
    private static final int MESSAGE = 20;
    private final Captured golden = Captured.PASSWORD;
    private final AdvertisementFilter filter = golden.filter();

    private Rejected rejected(ByteBuffer datagram) {
        return assertInstanceOf(Rejected.class, filter.check(datagram));
    }

    /** One byte of keepalived's datagram replaced: reason, what was found and what was expected. */
    @ParameterizedTest
    @CsvSource({
        " 8,   64, TTL,                64, 255", // MUST verify that the IP TTL is 255
        "20, 0x31, VERSION,             3,   2", // MUST verify the VRRP version
        "21,  101, VRID,              101, 100", // MUST verify that the VRID is valid on the receiving interface
        "24,    3, AUTH_TYPE_INVALID,   3,   1",
        "24,    0, AUTH_TYPE_MISMATCH,  0,   1",
        "24,    2, AUTH_TYPE_MISMATCH,  2,   1",
        "40, 0x79, AUTH_FAILURE,        0,   0", // first byte of the password
        "47,    1, AUTH_FAILURE,        0,   0", // and its last
        "25,    2, INTERVAL,            2,   1", // MUST verify that the Advertisement Interval is the same
        "20, 0x22, TYPE,                2,   1",
        " 3, 0x31, IP_LENGTH,          49,  48",
        " 3, 0x2f, IP_LENGTH,          47,  48",
        "26, 0x35, CHECKSUM,            0,   0", // MUST verify the VRRP checksum
        "22,   99, CHECKSUM,            0,   0", // the priority is under the checksum
        "28,    1, CHECKSUM,            0,   0", // and so are the addresses
        " 0, 0x65, LENGTH,             48,  28", // not IPv4
        " 0, 0x44, LENGTH,             48,  28", // header shorter than the least
        " 0, 0x4f, LENGTH,             48,  28", // header longer than the datagram
    })
    void oneBadByte(int offset, String value, Rejection reason, int received, int expected) {
        ByteBuffer datagram = golden.buffer().put(offset, Integer.decode(value).byteValue());

        assertEquals(new Rejected(reason, received, expected), rejected(datagram));
    }

    /** The order is keepalived's: of several faults the first is told. */
    @Test
    void theFirstFaultCounts() {
        ByteBuffer datagram = golden.buffer();
        datagram.put(MESSAGE + WireFormat.CHECKSUM, (byte) 0);
        assertEquals(Rejection.CHECKSUM, rejected(datagram).reason());
        datagram.put(WireFormat.IP_TOTAL_LENGTH + 1, (byte) 1);
        assertEquals(Rejection.IP_LENGTH, rejected(datagram).reason());
        datagram.put(MESSAGE + WireFormat.VERSION_TYPE, (byte) 0x27);
        assertEquals(Rejection.TYPE, rejected(datagram).reason());
        datagram.put(MESSAGE + WireFormat.INTERVAL, (byte) 9);
        assertEquals(Rejection.INTERVAL, rejected(datagram).reason());
        datagram.put(MESSAGE + 20, (byte) 0);
        assertEquals(Rejection.AUTH_FAILURE, rejected(datagram).reason());
        datagram.put(MESSAGE + WireFormat.AUTH_TYPE, (byte) 0);
        assertEquals(Rejection.AUTH_TYPE_MISMATCH, rejected(datagram).reason());
        datagram.put(MESSAGE + WireFormat.VERSION_TYPE, (byte) 0x37);
        assertEquals(Rejection.VERSION, rejected(datagram).reason());
        datagram.put(WireFormat.IP_TTL, (byte) 1);
        assertEquals(Rejection.TTL, rejected(datagram).reason());
        datagram.put(MESSAGE + WireFormat.ADDRESS_COUNT, (byte) 9);
        assertEquals(Rejection.LENGTH, rejected(datagram).reason());
    }

    /** The authentication header has its say between the kind of authentication and what the advertisement says. */
    @Test
    void theAuthenticationHeaderIsJudgedBeforeTheInterval() {
        int message = MESSAGE + AuthenticationHeader.LENGTH;
        ByteBuffer datagram = Captured.HEADER.buffer().put(message + WireFormat.INTERVAL, (byte) 9);
        assertEquals(Rejection.AH_DIGEST, verdict(Captured.HEADER.filter(), datagram));
        datagram.put(message + WireFormat.AUTH_TYPE, (byte) 1);
        assertEquals(Rejection.AUTH_TYPE_MISMATCH, verdict(Captured.HEADER.filter(), datagram));
    }

    /** A trailer has its say before the old kinds of authentication, and after the version. */
    @Test
    void theTrailerIsJudgedAfterTheVersion() {
        ByteBuffer datagram = Draft.IPV4.datagram();
        datagram.put(datagram.limit() - 1, (byte) 0).put(MESSAGE + WireFormat.CHECKSUM, (byte) 0);
        assertEquals("TRAILER_DIGEST", Draft.IPV4.receiver().verdict(datagram));
        datagram.put(MESSAGE + WireFormat.VERSION_TYPE, (byte) 0x41);
        assertEquals("VERSION", Draft.IPV4.receiver().verdict(datagram));
    }

    private static Rejection verdict(AdvertisementFilter filter, ByteBuffer datagram) {
        return assertInstanceOf(Rejected.class, filter.check(datagram)).reason();
    }

    /** More addresses claimed than there are. */
    @Test
    void aCountThatDoesNotFitIsALengthError() {
        ByteBuffer more = golden.buffer().put(MESSAGE + WireFormat.ADDRESS_COUNT, (byte) 4);
        assertEquals(new Rejected(Rejection.LENGTH, 28, 32), rejected(more));

        ByteBuffer most = golden.buffer().put(MESSAGE + WireFormat.ADDRESS_COUNT, (byte) 255);
        assertEquals(Rejection.LENGTH, rejected(most).reason());
    }

    /** Fewer addresses claimed than there are: with the password moved to where it is looked for, the total length tells. */
    @Test
    void aDatagramLongerThanItsCountIsALengthError() {
        Captured plain = Captured.NO_AUTHENTICATION;
        ByteBuffer fewer = plain.buffer().put(MESSAGE + WireFormat.ADDRESS_COUNT, (byte) 0);

        assertEquals(new Rejected(Rejection.LENGTH, 40, 36), plain.filter().check(fewer));
    }

    /** Ethernet pads to 46 bytes; what is longer without a reason is not taken. */
    @Test
    void ethernetPaddingIsTolerated() {
        Captured shortest = Captured.NO_AUTHENTICATION;
        ByteBuffer padded = ByteBuffer.allocate(46).put(shortest.bytes()).position(0);
        assertInstanceOf(Valid.class, shortest.filter().check(padded));

        ByteBuffer longer = ByteBuffer.allocate(47).put(shortest.bytes()).position(0);
        assertEquals(
                new Rejected(Rejection.IP_LENGTH, 40, 47), shortest.filter().check(longer));
    }

    @Test
    void ipOptionsAreSkipped() {
        byte[] plain = golden.bytes();
        ByteBuffer withOptions = ByteBuffer.allocate(plain.length + 4)
                .put(plain, 0, MESSAGE)
                .putInt(0x01010101) // no operation, four times
                .put(plain, MESSAGE, plain.length - MESSAGE)
                .put(0, (byte) 0x46)
                .putShort(WireFormat.IP_TOTAL_LENGTH, (short) (plain.length + 4))
                .position(0);

        assertInstanceOf(Valid.class, filter.check(withOptions));
        assertEquals(100, AdvertisementFilter.peekVrid(withOptions, Family.IPV4, false));
    }

    @Test
    void theOrderOfAddressesDoesNotMatterTheirNumberDoes() {
        assertTrue(match("10.0.0.1", "192.168.100.111", "192.168.100.112"));
        assertFalse(match("10.0.0.1", "192.168.100.111"));
        assertFalse(match("10.0.0.1", "192.168.100.111", "192.168.100.113"));
        assertFalse(match("10.0.0.1", "192.168.100.111", "192.168.100.112", "192.168.100.112"));
        assertFalse(match("10.0.0.1", "192.168.100.111", "192.168.100.111"));
        assertFalse(match());
    }

    private boolean match(String... addresses) {
        Advertisement other = new Advertisement(
                VrrpVersion.V2, 100, 100, 100, golden.says().authentication(), Captured.addresses(addresses));
        ByteBuffer out = ByteBuffer.allocate(100);
        golden.template(other).write(100, 1, out);
        Valid valid = assertInstanceOf(Valid.class, filter.check(out.flip()));
        assertEquals(Captured.addresses(addresses), valid.advertisement().addresses());
        return valid.addressesMatch();
    }

    /** Version 3 does not demand the same interval: it is learned. */
    @Test
    void version3TakesAnyInterval() {
        Advertisement says = Captured.VERSION_3.says();
        Advertisement slower = new Advertisement(VrrpVersion.V3, 7, 200, 4095, says.authentication(), says.addresses());
        ByteBuffer out = ByteBuffer.allocate(100);
        golden.template(slower).write(200, 1, out);

        Valid valid = assertInstanceOf(Valid.class, Captured.VERSION_3.filter().check(out.flip()));

        assertEquals(4095, valid.advertisement().intervalCentis());
    }

    /** RFC 9568, 5.2.8: addresses of the IP header are under version 3's checksum. */
    @Test
    void version3ChecksumCoversThePseudoHeader() {
        ByteBuffer other = Captured.VERSION_3.buffer().put(WireFormat.IP_SOURCE + 3, (byte) 9);

        assertEquals(
                Rejected.because(Rejection.CHECKSUM),
                Captured.VERSION_3.filter().check(other));
    }

    @Test
    void ipv6NeedsItsHopLimit() {
        Captured six = Captured.VERSION_3_IPV6;

        assertEquals(
                new Rejected(Rejection.TTL, 64, 255),
                six.filter().check(six.buffer().put(7, (byte) 64)));
    }

    /** keepalived's mix check: an instance takes its advertisements the one way or the other. */
    @Test
    void multicastAndUnicastDoNotMix() {
        Captured unicast = Captured.UNICAST;
        Delivery multicast = Delivery.multicast(Family.IPV4);
        ByteBuffer toGroup =
                write(AdvertisementTemplate.of(unicast.says(), multicast, unicast.source(), multicast.group(), null));
        assertEquals(Rejected.because(Rejection.DESTINATION), unicast.filter().check(toGroup));

        Delivery near = multicast.withUnicast(new Unicast(List.of(), 255, false));
        ByteBuffer toOne =
                write(AdvertisementTemplate.of(unicast.says(), near, unicast.source(), unicast.destination(), null));
        AdvertisementFilter grouped = AdvertisementFilter.of(unicast.says(), multicast, null);
        assertEquals(Rejected.because(Rejection.DESTINATION), grouped.check(toOne));
    }

    @Test
    void withCheckUnicastSrcOnlyPeersWithinTheirBoundsAreHeeded() {
        UnicastPeer sender = new UnicastPeer(Captured.UNICAST.source(), 5, 7);
        assertInstanceOf(Valid.class, fromPeer(sender, true));
        assertEquals(
                new Rejected(Rejection.UNICAST_TTL, 7, 8), fromPeer(new UnicastPeer(sender.address(), 8, 255), true));
        assertEquals(
                new Rejected(Rejection.UNICAST_TTL, 7, 0), fromPeer(new UnicastPeer(sender.address(), 0, 6), true));
        UnicastPeer stranger = UnicastPeer.of(Captured.address("192.168.100.9"));
        assertEquals(Rejected.because(Rejection.UNICAST_SOURCE), fromPeer(stranger, true));
        assertInstanceOf(Valid.class, fromPeer(stranger, false));
    }

    private static Received fromPeer(UnicastPeer peer, boolean check) {
        Delivery delivery = Captured.UNICAST.delivery().withUnicast(new Unicast(List.of(peer), 255, check));
        return AdvertisementFilter.of(Captured.UNICAST.says(), delivery, null).check(Captured.UNICAST.buffer());
    }

    /** Which forms each setting understands. */
    @ParameterizedTest
    @CsvSource({
        "PSEUDO_HEADER,      PSEUDO_HEADER, true",
        "PSEUDO_HEADER,      MESSAGE_ONLY,  false",
        "PSEUDO_HEADER,      OLD_UNICAST,   true",
        "PSEUDO_HEADER_ONLY, OLD_UNICAST,   false",
        "MESSAGE_ONLY,       MESSAGE_ONLY,  true",
        "MESSAGE_ONLY,       PSEUDO_HEADER, true",
        "OLD_UNICAST,        OLD_UNICAST,   true",
        "OLD_UNICAST,        PSEUDO_HEADER, true",
    })
    void checksumFormsOfVersion3(ChecksumForm ours, ChecksumForm theirs, boolean understood) {
        Captured golden = Captured.UNICAST;
        AdvertisementFilter filter =
                AdvertisementFilter.of(golden.says(), golden.delivery().withChecksum(ours), null);
        ByteBuffer datagram = write(AdvertisementTemplate.of(
                golden.says(), golden.delivery().withChecksum(theirs), golden.source(), golden.destination(), null));

        assertEquals(understood, filter.check(datagram) instanceof Valid);
        assertEquals(understood && theirs == ChecksumForm.OLD_UNICAST, filter.heardOldUnicastChecksum());
    }

    private static ByteBuffer write(AdvertisementTemplate template) {
        ByteBuffer out = ByteBuffer.allocate(100);
        template.write(100, 1, out);
        return out.flip();
    }

    /** RFC 2402, section 3.4: what is wrong with an authentication header. */
    @ParameterizedTest
    @CsvSource({
        "20, 0x11, AH_HEADER", // something else behind it
        "21, 5, AH_HEADER", // a longer digest
        "27, 9, AH_SPI",
        "31, 2, AH_DIGEST", // another sequence number than signed
        "32, 0, AH_DIGEST",
        "43, 0, AH_DIGEST",
        "46, 9, AH_DIGEST", // priority
    })
    void oneBadByteUnderAnAuthenticationHeader(int offset, String value, Rejection reason) {
        ByteBuffer datagram =
                Captured.HEADER.buffer().put(offset, Integer.decode(value).byteValue());

        assertEquals(
                reason,
                assertInstanceOf(Rejected.class, Captured.HEADER.filter().check(datagram))
                        .reason());
    }

    @Test
    void anOlderSequenceNumberIsAReplay() {
        Captured golden = Captured.HEADER;
        AuthenticationHeader theirs =
                Objects.requireNonNull(AuthenticationHeader.of(golden.says().authentication()));
        AdvertisementTemplate template = AdvertisementTemplate.of(
                golden.says(), golden.delivery(), golden.source(), golden.destination(), theirs);
        AdvertisementFilter ours = golden.filter();
        theirs.advance();
        ByteBuffer first = write(template);
        theirs.advance();
        ByteBuffer second = write(template);

        assertInstanceOf(Valid.class, ours.check(first));
        assertInstanceOf(Valid.class, ours.check(second));
        assertEquals(new Rejected(Rejection.AH_REPLAY, 1, 2), ours.check(first));
    }
}
