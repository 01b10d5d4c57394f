package org.lvsdirector.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lvsdirector.linux.Errno;

/** Attribute bytes of a little-endian machine, and the cursor that reads them. */
class AttributesTest {
    private static final int SEEDS = Boolean.getBoolean("lvsdirector.full") ? 1000 : 20;

    @Test
    void goldenBytes() {
        assertEquals(
                "0500" + "0100" + "7f000000" // nla_len 5, nla_type 1, u8, padding
                        + "0600" + "0200" + "34120000" // u16, padding
                        + "0600" + "0300" + "12340000" // be16, padding
                        + "0800" + "0400" + "78563412" // u32
                        + "0800" + "0500" + "ffffffff" // s32 -1
                        + "0c00" + "0600" + "efcdab9078563412" // u64
                        + "0700" + "0700" + "72720000" // "rr", its zero, padding
                        + "0700" + "0800" + "01020300" // bytes, padding
                        + "0a00" + "0900" + "010200000000" + "0000" // bytes filled up to 6, padding
                        + "1000" + "0a80" // nla_len 16, nla_type 10 | NLA_F_NESTED
                        + "0500" + "0b00" + "01000000"
                        + "0400" + "0c80", // empty nest
                hex(AttributesTest::writeAll));
    }

    private static void writeAll(AttributeWriter out) {
        out.u8(1, 0x7f)
                .u16(2, 0x1234)
                .u16be(3, 0x1234)
                .u32(4, 0x12345678)
                .s32(5, -1)
                .u64(6, 0x1234567890abcdefL)
                .string(7, "rr")
                .bytes(8, new byte[] {1, 2, 3})
                .paddedBytes(9, new byte[] {1, 2}, 6);
        int outer = out.beginNested(10);
        out.u8(11, 1);
        out.endNested(out.beginNested(12));
        out.endNested(outer);
    }

    @Test
    void readsWhatWasWritten() {
        AttributeReader in = reader(bytes(AttributesTest::writeAll));
        assertEquals(0x7f, next(in, 1).u8());
        assertEquals(0x1234, next(in, 2).u16());
        assertEquals(0x1234, next(in, 3).u16be());
        assertEquals(0x12345678, next(in, 4).u32());
        assertEquals(-1, next(in, 5).s32());
        assertEquals(0x1234567890abcdefL, next(in, 6).u64());
        assertEquals("rr", next(in, 7).string());
        assertArrayEquals(new byte[] {1, 2, 3}, next(in, 8).bytes());
        byte[] filled = new byte[6];
        next(in, 9).bytes(filled);
        assertArrayEquals(new byte[] {1, 2, 0, 0, 0, 0}, filled);
        next(in, 10).enter();
        assertEquals(1, next(in, 11).u8());
        next(in, 12).enter();
        assertFalse(in.next());
        in.leave();
        assertFalse(in.next());
        in.leave();
        assertFalse(in.next());
    }

    @Test
    void unsignedValuesStayUnsigned() {
        AttributeReader in = reader(bytes(out -> out.u8(1, 0xFF)
                .u16(2, 0xFFFF)
                .u16be(3, 0xFFFF)
                .u32(4, 0xFFFF_FFFFL)
                .u64(5, -1)));
        assertEquals(0xFF, next(in, 1).u8());
        assertEquals(0xFFFF, next(in, 2).u16());
        assertEquals(0xFFFF, next(in, 3).u16be());
        assertEquals(0xFFFF_FFFFL, next(in, 4).u32());
        assertEquals("18446744073709551615", Long.toUnsignedString(next(in, 5).u64()));
    }

    @Test
    void oneMoreThanTheWidthHoldsIsRefused() {
        refused(out -> out.u8(1, 0x100));
        refused(out -> out.u16(1, 0x1_0000));
        refused(out -> out.u16be(1, 0x1_0000));
        refused(out -> out.u32(1, 0x1_0000_0000L));
        refused(out -> out.u8(1, -1));
        refused(out -> out.u16(1, -1));
        refused(out -> out.u16be(1, -1));
        refused(out -> out.u32(1, -1));
        refused(out -> out.paddedBytes(1, new byte[5], 4));
        bytes(out -> out.bytes(1, new byte[0xFFFF - 4]));
        refused(out -> out.bytes(1, new byte[0xFFFF - 3]));
        refused(out -> {
            int nest = out.beginNested(1);
            out.bytes(1, new byte[0xFFFF - 8]).u8(2, 0).endNested(nest);
        });
    }

    @Test
    void aWidthOtherThanAskedForIsMalformed() {
        Consumer<AttributeWriter> threeBytes = out -> out.bytes(1, new byte[3]);
        malformed(() -> next(reader(bytes(threeBytes)), 1).u8());
        malformed(() -> next(reader(bytes(threeBytes)), 1).u16());
        malformed(() -> next(reader(bytes(threeBytes)), 1).u16be());
        malformed(() -> next(reader(bytes(threeBytes)), 1).u32());
        malformed(() -> next(reader(bytes(threeBytes)), 1).s32());
        malformed(() -> next(reader(bytes(threeBytes)), 1).u64());
        malformed(() -> next(reader(bytes(threeBytes)), 1).bytes(new byte[4]));
    }

    @Test
    void lengthsThatCannotBeAreMalformed() {
        malformed(() -> reader(HexFormat.of().parseHex("03000100")).next());
        malformed(() -> reader(HexFormat.of().parseHex("0900010000000000")).next());
        malformed(() -> reader(HexFormat.of().parseHex("0000")).next());
    }

    @Test
    void kernelsNestsWithoutTheFlagAreReadAlike() {
        AttributeReader in = reader(HexFormat.of().parseHex("0c000a00" + "0500010009000000"));
        next(in, 10).enter();
        assertEquals(9, next(in, 1).u8());
    }

    @Test
    void everyPrefixIsReadInPartOrMalformedButNeverCrashes() {
        byte[] whole = bytes(AttributesTest::writeAll);
        for (int length = 0; length < whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            try {
                readAnything(reader(prefix));
            } catch (NetlinkException e) {
                assertEquals(Errno.EPROTO, e.errno());
            }
        }
    }

    @Test
    void noiseNeverCrashesTheReader() {
        Random random = new Random(20261121);
        int rounds = SEEDS * 100;
        for (int round = 0; round < rounds; round++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            for (int i = 1; i < noise.length; i += 4) {
                noise[i] = 0; // lengths below 256, so that some attributes are whole
            }
            try {
                readAnything(reader(noise));
            } catch (NetlinkException e) {
                assertEquals(Errno.EPROTO, e.errno());
            }
        }
    }

    @Test
    void seededRoundTrips() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            long[] values = random.longs(50, 0, 0x1_0000_0000L).toArray();
            AttributeReader in = reader(bytes(out -> {
                for (int i = 0; i < values.length; i++) {
                    switch (i % 4) {
                        case 0 -> out.u8(i, (int) values[i] & 0xFF);
                        case 1 -> out.u16be(i, (int) values[i] & 0xFFFF);
                        case 2 -> out.u32(i, values[i]);
                        default -> out.string(i, Long.toString(values[i], 36));
                    }
                }
            }));
            for (int i = 0; i < values.length; i++) {
                next(in, i);
                switch (i % 4) {
                    case 0 -> assertEquals(values[i] & 0xFF, in.u8());
                    case 1 -> assertEquals(values[i] & 0xFFFF, in.u16be());
                    case 2 -> assertEquals(values[i], in.u32());
                    default -> assertEquals(Long.toString(values[i], 36), in.string());
                }
            }
            assertFalse(in.next());
        }
    }

    private static void readAnything(AttributeReader in) {
        while (in.next()) {
            switch (in.type()) {
                case 1, 11 -> in.u8();
                case 2 -> in.u16();
                case 3 -> in.u16be();
                case 4 -> in.u32();
                case 5 -> in.s32();
                case 6 -> in.u64();
                case 7 -> in.string();
                case 10, 12 -> {
                    in.enter();
                    readAnything(in);
                    in.leave();
                }
                default -> in.bytes();
            }
        }
    }

    private static AttributeReader next(AttributeReader in, int type) {
        assertTrue(in.next());
        assertEquals(type, in.type());
        return in;
    }

    private static void refused(Consumer<AttributeWriter> content) {
        assertThrows(IllegalArgumentException.class, () -> bytes(content));
    }

    private static void malformed(Runnable reading) {
        assertEquals(
                Errno.EPROTO, assertThrows(NetlinkException.class, reading::run).errno());
    }

    private static byte[] bytes(Consumer<AttributeWriter> content) {
        WriteBuffer buffer = new WriteBuffer();
        content.accept(new AttributeWriter(buffer));
        byte[] bytes = new byte[buffer.position()];
        buffer.bytes().get(0, bytes);
        return bytes;
    }

    private static String hex(Consumer<AttributeWriter> content) {
        return HexFormat.of().formatHex(bytes(content));
    }

    private static AttributeReader reader(byte[] bytes) {
        return new AttributeReader(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder())).over(0, bytes.length);
    }
}
