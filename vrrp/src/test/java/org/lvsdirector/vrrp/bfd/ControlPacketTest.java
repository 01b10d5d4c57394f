package org.lvsdirector.vrrp.bfd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 5880, section 4.1, and the rules of section 6.8.6 that need no session. */
class ControlPacketTest {
    private static final String GOLDEN = "21" // version 1, diagnostic 1
            + "e0" // state 3 (Up), poll
            + "05" // detect mult
            + "18" // length 24
            + "01020304" // my discriminator
            + "a1a2a3a4" // your discriminator
            + "00002710" // desired min tx 10,000 us
            + "000f4240" // required min rx 1,000,000 us
            + "00000000"; // required min echo rx

    private static final ControlPacket PACKET =
            new ControlPacket(1, SessionState.UP, true, false, false, 5, 0x01020304, 0xa1a2a3a4, 10_000, 1_000_000, 0);

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] golden() {
        return bytes(GOLDEN);
    }

    private static byte[] with(int at, int value) {
        byte[] changed = golden();
        changed[at] = (byte) value;
        return changed;
    }

    @Test
    void goldenBytes() {
        ByteBuffer out = ByteBuffer.allocate(ControlPacket.LENGTH);
        PACKET.write(out);
        assertArrayEquals(golden(), out.array());
        assertEquals(PACKET, ControlPacket.read(ByteBuffer.wrap(golden())));
    }

    @Test
    void anyPacketSurvivesItsJourney() {
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            ControlPacket packet = new ControlPacket(
                    random.nextInt(32),
                    SessionState.of(random.nextInt(4)),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    1 + random.nextInt(255),
                    random.nextInt() | 1,
                    random.nextInt() | 1,
                    random.nextInt() & 0xffff_ffffL,
                    random.nextInt() & 0xffff_ffffL,
                    random.nextInt() & 0xffff_ffffL);
            ByteBuffer out = ByteBuffer.allocate(ControlPacket.LENGTH);
            packet.write(out);
            assertEquals(packet, ControlPacket.read(out.flip()));
        }
    }

    @Test
    void everyTruncatedPrefixIsDiscarded() {
        for (int length = 0; length < ControlPacket.LENGTH; length++) {
            assertNull(ControlPacket.read(ByteBuffer.wrap(golden(), 0, length)), length + " bytes");
        }
    }

    @Test
    void whatFollowsTheLengthIsNoPartOfIt() {
        assertEquals(PACKET, ControlPacket.read(ByteBuffer.wrap(bytes(GOLDEN + "ffff"))));
    }

    /** Offset, value, rule. */
    @ParameterizedTest
    @CsvSource({
        "0, 0x01, version 0",
        "0, 0x41, version 2",
        "1, 0xe4, authentication that nobody asked for",
        "1, 0xe1, multipoint",
        "2, 0, detect mult 0",
        "3, 23, length below 24",
        "3, 25, length beyond the datagram",
    })
    void discarded(int at, String value, String rule) {
        assertNull(ControlPacket.read(ByteBuffer.wrap(with(at, Integer.decode(value)))), rule);
    }

    @Test
    void discriminators() {
        String mine = GOLDEN.substring(0, 8) + "00000000" + GOLDEN.substring(16);
        assertNull(ControlPacket.read(ByteBuffer.wrap(bytes(mine))), "my discriminator 0");
        String yours = GOLDEN.substring(0, 16) + "00000000" + GOLDEN.substring(24);
        assertNull(ControlPacket.read(ByteBuffer.wrap(bytes(yours))), "your discriminator 0 while up");
        String down = yours.replaceFirst("21e0", "2160");
        assertNotNull(ControlPacket.read(ByteBuffer.wrap(bytes(down))), "your discriminator 0 while down");
    }

    @Test
    void hostileBytesAreDiscardedOrRead() {
        Random random = new Random(7);
        byte[] bytes = new byte[40];
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            random.nextBytes(bytes);
            read += ControlPacket.read(ByteBuffer.wrap(bytes, 0, random.nextInt(bytes.length + 1))) == null ? 0 : 1;
        }
        assertEquals(true, read > 0, "some are well-formed");
    }
}
