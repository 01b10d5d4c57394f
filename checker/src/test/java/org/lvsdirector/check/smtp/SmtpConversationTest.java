package org.lvsdirector.check.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.stream.Turn;

class SmtpConversationTest {
    private final SmtpConversation conversation = new SmtpConversation("a.example.org");

    private String hear(String text) {
        Turn turn = conversation.received(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)));
        String said =
                StandardCharsets.ISO_8859_1.decode(turn.toSend().duplicate()).toString();
        return turn.verdict() == null ? said : (turn.verdict() + " " + turn.detail()).strip();
    }

    @Test
    void theWholeConversation() {
        assertNull(conversation.begin().verdict());
        assertEquals("HELO a.example.org\r\n", hear("220 mail.example.org ESMTP\r\n"));
        assertEquals("QUIT\r\n", hear("250 mail.example.org\r\n"));
        assertEquals("ANSWERED", hear("221 bye\r\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void inPiecesAndInSeveralLines(int piece) {
        String greeting = "220-mail.example.org\r\n220-no spam\r\n220 ready\r\n";
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < greeting.length(); i += piece) {
            said.append(hear(greeting.substring(i, Math.min(i + piece, greeting.length()))));
        }
        assertEquals("HELO a.example.org\r\n", said.toString());
        assertEquals("QUIT\r\n", hear("250-mail.example.org\n250\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "554 no service~, WRONG_ANSWER the greeting is: 554 no service",
        "421 too busy~, WRONG_ANSWER the greeting is: 421 too busy",
        "HTTP/1.1 400 Bad Request~, WRONG_ANSWER the answer is no SMTP",
        "22 mail~, WRONG_ANSWER the answer is no SMTP",
        "2200 mail~, WRONG_ANSWER the answer is no SMTP",
    })
    void badGreetings(String greeting, String verdict) {
        assertEquals(verdict, hear(greeting.replace("~", "\r\n")));
    }

    @Test
    void aBadAnswerToHelo() {
        hear("220 mail\r\n");
        assertEquals("WRONG_ANSWER the answer to HELO is: 501 what?", hear("501 what?\r\n"));
    }

    @Test
    void anEndCountsOnlyAfterQuit() {
        assertEquals(Cause.BROKEN, conversation.ended().verdict());
        hear("220 mail\r\n");
        assertEquals(Cause.BROKEN, conversation.ended().verdict());
        hear("250 mail\r\n");
        assertEquals(Cause.ANSWERED, conversation.ended().verdict());
    }

    @Test
    void aLineWithoutEndIsNoSmtp() {
        assertTrue(hear("2".repeat(10_000)).startsWith("WRONG_ANSWER"));
    }

    @Test
    void anyBytesAreAnswered() {
        Random random = new Random(5);
        for (int round = 0; round < 5_000; round++) {
            byte[] bytes = "220 a\r\n250 b\r\n221 c\r\n".getBytes(StandardCharsets.ISO_8859_1);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            SmtpConversation each = new SmtpConversation("a");
            each.begin();
            Turn turn = each.received(ByteBuffer.wrap(bytes));
            assertTrue(turn.verdict() != null || each.ended().verdict() != null);
        }
    }
}
