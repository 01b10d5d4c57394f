package org.lvsdirector.check.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.DnsProbe;

class DnsQuestionTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    /** Header: id, RD, one question; then name, type and class. */
    @ParameterizedTest
    @CsvSource({
        "SOA, ., 12 34 01 00 00 01 00 00 00 00 00 00 00 00 06 00 01",
        "AAAA, a.org, 12 34 01 00 00 01 00 00 00 00 00 00 01 61 03 6f 72 67 00 00 1c 00 01",
        "DNSKEY, a.org., 12 34 01 00 00 01 00 00 00 00 00 00 01 61 03 6f 72 67 00 00 30 00 01",
    })
    void theQuestion(DnsProbe.Type type, String name, String bytes) {
        ByteBuffer message = new DnsQuestion(0x1234, type, name).datagram();
        byte[] sent = new byte[message.remaining()];
        message.get(sent);
        assertEquals(bytes, HEX.formatHex(sent));
    }

    @Test
    void theLongestName() {
        String label = "a".repeat(63);
        String name = String.join(".", label, label, label, "b".repeat(61));
        assertEquals(253, name.length());
        assertEquals(
                12 + 255 + 4,
                new DnsQuestion(1, DnsProbe.Type.A, name).datagram().limit());
    }

    @ParameterizedTest
    @CsvSource({
        "12 34 81 80 00 01 00 00 00 00 00 00, ANSWERED, ''",
        "12 34 80 00 00 01 00 00 00 00 00 00 ff ff, ANSWERED, ''",
        "12 34 81 83 00 01 00 00 00 00 00 00, WRONG_ANSWER, the server answers NXDOMAIN",
        "12 34 81 82 00 01 00 00 00 00 00 00, WRONG_ANSWER, the server answers SERVFAIL",
        "12 34 81 85 00 01 00 00 00 00 00 00, WRONG_ANSWER, the server answers REFUSED",
        "12 34 81 8f 00 01 00 00 00 00 00 00, WRONG_ANSWER, the server answers error 15",
        // Another's answer, a question, and half a header.
        "12 35 81 80 00 01 00 00 00 00 00 00, , ''",
        "12 34 01 00 00 01 00 00 00 00 00 00, , ''",
        "12 34 81 80 00 01 00 00 00 00 00, , ''",
    })
    void theAnswer(String bytes, Cause verdict, String detail) {
        var turn = new DnsQuestion(0x1234, DnsProbe.Type.A, "a").answered(ByteBuffer.wrap(HEX.parseHex(bytes)));
        assertEquals(verdict, turn.verdict());
        assertEquals(detail, turn.detail());
    }

    @Test
    void anyBytesAreTaken() {
        Random random = new Random(3);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            var turn = new DnsQuestion(0x1234, DnsProbe.Type.A, "a").answered(ByteBuffer.wrap(bytes));
            boolean ours = bytes.length >= 2 && bytes[0] == 0x12 && bytes[1] == 0x34;
            if (!ours) {
                assertNull(turn.verdict());
            }
        }
    }
}
