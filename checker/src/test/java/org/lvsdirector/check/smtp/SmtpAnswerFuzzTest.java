package org.lvsdirector.check.smtp;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.check.stream.Turn;

/** Whatever a mail server says: a verdict in the end, never an exception. */
public final class SmtpAnswerFuzzTest {
    private static final int PIECE = 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "220 a ESMTP\r\n250 a\r\n221 bye\r\n",
                "220-a\r\n220 b\r\n250-x\n250\n",
                "554 no\r\n",
                "22\r\n"
            })
    void seeds(String seed) {
        fuzzerTestOneInput(seed.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        hear(new SmtpConversation("a.example.org"), bytes);
    }

    private static void hear(SmtpConversation conversation, byte[] bytes) {
        Turn turn = conversation.begin();
        ByteBuffer stream = ByteBuffer.wrap(bytes);
        // In pieces, as a network brings it.
        while (turn.verdict() == null && stream.hasRemaining()) {
            ByteBuffer piece = stream.slice().limit(Math.min(PIECE, stream.remaining()));
            stream.position(stream.position() + piece.remaining());
            turn = conversation.received(piece);
        }
        if (turn.verdict() == null) {
            assertNotNull(conversation.ended().verdict());
        }
    }
}
