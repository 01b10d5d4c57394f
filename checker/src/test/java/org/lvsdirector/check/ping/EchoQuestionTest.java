package org.lvsdirector.check.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult.Cause;

class EchoQuestionTest {
    private static final int IP_HEADER = 20;

    private static EchoQuestion question(EchoFormat format) {
        return new EchoQuestion(format, (short) 0xBEEF, (short) 0xFFFE);
    }

    @Test
    void theSumOverARequestIsAllOnes() {
        ByteBuffer request = question(EchoFormat.IPV4).datagram();
        assertEquals(64, request.remaining());
        assertEquals(8, request.get(0));
        int sum = 0;
        while (request.hasRemaining()) {
            sum += Short.toUnsignedInt(request.getShort());
        }
        assertEquals(0xFFFF, (sum & 0xFFFF) + (sum >>> 16));
    }

    @Test
    void overIpv6TheKernelSums() {
        ByteBuffer request = question(EchoFormat.IPV6).datagram();
        assertEquals((byte) 128, request.get(0));
        assertEquals(0, request.getShort(2));
        assertEquals((short) 0xBEEF, request.getShort(4));
        assertEquals((short) 0xFFFE, request.getShort(6));
    }

    /** What the kernel hands over: an IP header, with or without options, and the message. */
    private static ByteBuffer ipv4(int headerBytes, int type, int identifier, int sequence) {
        ByteBuffer packet = ByteBuffer.allocate(headerBytes + 64);
        packet.put(0, (byte) (0x40 | headerBytes / 4)).put(headerBytes, (byte) type);
        return packet.putShort(headerBytes + 4, (short) identifier).putShort(headerBytes + 6, (short) sequence);
    }

    @Test
    void onlyTheAnswerToThisRequestCounts() {
        EchoQuestion question = question(EchoFormat.IPV4);
        assertEquals(
                Cause.ANSWERED,
                question.answered(ipv4(IP_HEADER, 0, 0xBEEF, 0xFFFE)).verdict());
        assertEquals(
                Cause.ANSWERED,
                question.answered(ipv4(IP_HEADER + 4, 0, 0xBEEF, 0xFFFE)).verdict());
        assertNull(question.answered(ipv4(IP_HEADER, 8, 0xBEEF, 0xFFFE)).verdict(), "a request");
        assertNull(question.answered(ipv4(IP_HEADER, 0, 0xBEEE, 0xFFFE)).verdict(), "another program's");
        assertNull(question.answered(ipv4(IP_HEADER, 0, 0xBEEF, 0xFFFD)).verdict(), "the one before");
        assertNull(question.answered(ByteBuffer.allocate(0)).verdict());
    }

    @Test
    void overIpv6ThereIsNoHeader() {
        ByteBuffer reply = ByteBuffer.allocate(8)
                .put(0, (byte) 129)
                .putShort(4, (short) 0xBEEF)
                .putShort(6, (short) 0xFFFE);
        assertEquals(Cause.ANSWERED, question(EchoFormat.IPV6).answered(reply).verdict());
        assertNull(question(EchoFormat.IPV6).answered(reply.slice().limit(7)).verdict());
    }

    @Test
    void anyBytesAreTaken() {
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = new byte[random.nextInt(90)];
            random.nextBytes(bytes);
            assertNull(
                    question(EchoFormat.IPV4).answered(ByteBuffer.wrap(bytes)).verdict());
            assertNull(
                    question(EchoFormat.IPV6).answered(ByteBuffer.wrap(bytes)).verdict());
        }
    }
}
