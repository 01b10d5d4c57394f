package org.lvsdirector.vrrp.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.vrrp.packet.Received.Rejected;
import org.lvsdirector.vrrp.packet.Received.Valid;

/** Random bytes are rejected, never thrown at the driver; the seed is fixed, so a failure comes again. */
class HostilePacketTest {
    private static final int ROUNDS = Boolean.getBoolean("lvsdirector.full") ? 2_000_000 : 50_000;

    private final List<Captured> goldens = Captured.all().toList();
    private final Random random = new Random(20261121);

    @Test
    void noiseIsRejected() {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] noise = new byte[random.nextInt(120)];
            random.nextBytes(noise);
            Captured golden = goldens.get(round % goldens.size());
            assertInstanceOf(Rejected.class, golden.filter().check(ByteBuffer.wrap(noise)));
            for (Family family : Family.values()) {
                AdvertisementFilter.peekVrid(ByteBuffer.wrap(noise), family, round % 2 == 0);
            }
        }
    }

    /** A single changed byte of the message never passes: checks or checksum find it. In the IP header most do not matter. */
    @ParameterizedTest
    @MethodSource("org.lvsdirector.vrrp.packet.Captured#all")
    void aChangedByteIsNoticed(Captured golden) {
        int message = IpHeader.of(golden.delivery().family()).length(golden.buffer());
        for (int at = message; at < golden.bytes().length; at++) {
            for (int value = 0; value < 256; value++) {
                ByteBuffer damaged = golden.buffer();
                boolean same = damaged.get(at) == (byte) value;
                damaged.put(at, (byte) value);
                boolean valid = golden.filter().check(damaged) instanceof Valid;
                assertEquals(same, valid, "byte " + at + " set to " + value);
            }
        }
    }

    @Test
    void damagedDatagramsOfAnyLengthNeverThrow() {
        for (int round = 0; round < ROUNDS; round++) {
            Captured golden = goldens.get(round % goldens.size());
            byte[] bytes = golden.bytes();
            ByteBuffer damaged =
                    ByteBuffer.allocate(bytes.length + random.nextInt(40)).put(bytes);
            for (int i = random.nextInt(6); i >= 0; i--) {
                damaged.put(random.nextInt(damaged.capacity()), (byte) random.nextInt());
            }
            damaged.limit(random.nextInt(damaged.capacity() + 1)).position(0);
            Received received = golden.filter().check(damaged);
            assertFalse(received instanceof Valid valid
                    && valid.advertisement().vrid() != golden.says().vrid());
        }
    }
}
