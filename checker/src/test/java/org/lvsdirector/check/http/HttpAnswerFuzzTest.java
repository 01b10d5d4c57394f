package org.lvsdirector.check.http;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.check.HttpProbe.Version;
import org.lvsdirector.check.stream.Turn;

/** Whatever a web server answers: a verdict in the end, never an exception. */
public final class HttpAnswerFuzzTest {
    private static final int PIECE = 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
                "\r\n\r\n\r\n",
                "HTTP/1.1\r\n\r\n"
            })
    void seeds(String seed) {
        fuzzerTestOneInput(seed.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (Version version : Version.values()) {
            hear(new HttpConversation(version, Urls.url("/")), bytes);
        }
        String digest = "b1946ac92492d2347c6235b4d2611184";
        hear(new HttpConversation(Version.HTTP_1_1, Urls.url("/", digest, null)), bytes);
    }

    private static void hear(HttpConversation conversation, byte[] bytes) {
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
