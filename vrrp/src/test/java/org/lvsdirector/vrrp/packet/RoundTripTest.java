package org.lvsdirector.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.vrrp.packet.Received.Valid;

/** What is written is read back, over the whole width of each field. */
class RoundTripTest {
    private static final int BUFFER = 8192;
    private final Random random = new Random(51);

    static Stream<Advertisement> widths() {
        return Stream.of(
                advertisement(VrrpVersion.V2, 1, 0, 100, 0, Family.IPV4),
                advertisement(VrrpVersion.V2, 255, 255, 25_500, 255, Family.IPV4),
                advertisement(VrrpVersion.V3, 1, 0, 1, 1, Family.IPV4),
                advertisement(VrrpVersion.V3, 255, 255, 4095, 255, Family.IPV4),
                advertisement(VrrpVersion.V3, 255, 254, 4095, 255, Family.IPV6));
    }

    private static Advertisement advertisement(
            VrrpVersion version, int vrid, int priority, int centis, int count, Family family) {
        return new Advertisement(
                version, vrid, priority, centis, Authentication.NONE, addresses(family, count, new Random(count)));
    }

    private static List<InetAddress> addresses(Family family, int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] bytes = new byte[family.addressLength()];
                    random.nextBytes(bytes);
                    bytes[0] = 32; // never an IPv4 address in IPv6 clothes
                    return address(bytes);
                })
                .toList();
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void leastAndMostOfEachField(Advertisement advertisement) {
        boolean six = !advertisement.addresses().isEmpty()
                && Family.of(advertisement.addresses().get(0)) == Family.IPV6;
        assertReadBack(advertisement, six ? Family.IPV6 : Family.IPV4);
    }

    @Test
    void seededAdvertisements() {
        for (int round = 0; round < 2_000; round++) {
            Family family = random.nextInt(3) == 0 ? Family.IPV6 : Family.IPV4;
            VrrpVersion version = family == Family.IPV4 && random.nextBoolean() ? VrrpVersion.V2 : VrrpVersion.V3;
            int centis = version == VrrpVersion.V2 ? 100 * (1 + random.nextInt(255)) : 1 + random.nextInt(4095);
            Authentication authentication = version == VrrpVersion.V2 && random.nextBoolean()
                    ? Authentication.pass("secret" + random.nextInt(1000))
                    : Authentication.NONE;
            assertReadBack(
                    new Advertisement(
                            version,
                            1 + random.nextInt(255),
                            random.nextInt(256),
                            centis,
                            authentication,
                            addresses(family, random.nextInt(20), random)),
                    family);
        }
    }

    private static void assertReadBack(Advertisement advertisement, Family family) {
        InetAddress source = family == Family.IPV4 ? Captured.PASSWORD.source() : Captured.VERSION_3_IPV6.source();
        Delivery delivery = Delivery.multicast(family);
        ByteBuffer out = ByteBuffer.allocate(BUFFER);
        AdvertisementTemplate.of(advertisement, delivery, source, delivery.group(), null)
                .write(advertisement.priority(), 0xFFFF, out);
        Received received =
                AdvertisementFilter.of(advertisement, delivery, null).check(out.flip());
        Valid valid = assertInstanceOf(Valid.class, received, advertisement::toString);
        assertEquals(advertisement, valid.advertisement());
        assertEquals(source, valid.source());
    }

    @Test
    void aPasswordIsCutAtEightBytesAndPaddedWithZeros() {
        assertEquals(0x6162000000000000L, Authentication.pass("ab").data());
        assertEquals(0x6162636465666768L, Authentication.pass("abcdefgh").data());
        assertEquals(
                Authentication.pass("abcdefgh").data(),
                Authentication.pass("abcdefghXYZ").data());
        assertEquals(0xC3A4000000000000L, Authentication.pass("ä").data());
        assertEquals(0, Authentication.NONE.data());
        assertEquals("PASS", Authentication.pass("secret").toString());
    }

    @Test
    void valuesThatFitNoFieldAreRefused() {
        Advertisement good = Captured.PASSWORD.says();
        for (int vrid : new int[] {-1, 0, 256}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Advertisement(good.version(), vrid, 1, 100, Authentication.NONE, good.addresses()));
        }
        for (int priority : new int[] {-1, 256}) {
            assertThrows(IllegalArgumentException.class, () -> Captured.PASSWORD.saying(priority));
        }
        List<InetAddress> tooMany = addresses(Family.IPV4, 256, random);
        assertThrows(
                IllegalArgumentException.class,
                () -> new Advertisement(good.version(), 1, 1, 100, Authentication.NONE, tooMany));
    }
}
