package org.lvsdirector.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
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
        return assertInstanceOf(Rejected.class, filter.checkIpv4(datagram));
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

        assertEquals(new Rejected(Rejection.LENGTH, 40, 36), plain.filter().checkIpv4(fewer));
    }

    /** Ethernet pads to 46 bytes; what is longer without a reason is not taken. */
    @Test
    void ethernetPaddingIsTolerated() {
        Captured shortest = Captured.NO_AUTHENTICATION;
        ByteBuffer padded = ByteBuffer.allocate(46).put(shortest.bytes()).position(0);
        assertInstanceOf(Valid.class, shortest.filter().checkIpv4(padded));

        ByteBuffer longer = ByteBuffer.allocate(47).put(shortest.bytes()).position(0);
        assertEquals(
                new Rejected(Rejection.IP_LENGTH, 40, 47), shortest.filter().checkIpv4(longer));
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

        assertInstanceOf(Valid.class, filter.checkIpv4(withOptions));
        assertEquals(100, AdvertisementFilter.peekVridIpv4(withOptions));
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
        AdvertisementTemplate.ipv4(other, golden.source(), golden.group()).write(100, 1, out);
        Valid valid = assertInstanceOf(Valid.class, filter.checkIpv4(out.flip()));
        assertEquals(Captured.addresses(addresses), valid.advertisement().addresses());
        return valid.addressesMatch();
    }

    /** Version 3 does not demand the same interval: it is learned. */
    @Test
    void version3TakesAnyInterval() {
        Advertisement says = Captured.VERSION_3.says();
        Advertisement slower = new Advertisement(VrrpVersion.V3, 7, 200, 4095, says.authentication(), says.addresses());
        ByteBuffer out = ByteBuffer.allocate(100);
        AdvertisementTemplate.ipv4(slower, golden.source(), golden.group()).write(200, 1, out);

        Valid valid = assertInstanceOf(Valid.class, Captured.VERSION_3.filter().checkIpv4(out.flip()));

        assertEquals(4095, valid.advertisement().intervalCentis());
    }

    /** RFC 9568, 5.2.8: addresses of the IP header are under version 3's checksum. */
    @Test
    void version3ChecksumCoversThePseudoHeader() {
        ByteBuffer other = Captured.VERSION_3.buffer().put(WireFormat.IP_SOURCE + 3, (byte) 9);

        assertEquals(
                Rejected.because(Rejection.CHECKSUM),
                Captured.VERSION_3.filter().checkIpv4(other));
    }

    @Test
    void ipv6NeedsItsHopLimit() {
        Captured six = Captured.VERSION_3_IPV6;

        assertEquals(
                new Rejected(Rejection.TTL, 64, 255),
                six.filter().checkIpv6(six.buffer(), six.source(), six.group(), 64));
    }
}
