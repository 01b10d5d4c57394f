package org.lvsdirector.check.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.stream.Conversation;
import org.lvsdirector.check.stream.Turn;

/** Against the JDK's own server side, in memory. */
class TlsConversationTest {
    @TempDir
    static Path folder = Path.of("");

    private static SSLContext serverContext = Certificates.none();

    private final TlsClients clients = new TlsClients();

    @BeforeAll
    static void certificate() throws Exception {
        serverContext = Certificates.make(folder, "CN=nobody", "dns:nobody").server();
    }

    @Test
    void aConversationInRecordsOfAnySize() throws UnusableTlsException {
        for (int piece : new int[] {1, 7, 1000, 100_000}) {
            TlsPeer server = new TlsPeer(serverContext, "pong");
            Turn last = Talk.between(Talk.ping(clients, "www.example.org", false), server, piece);
            assertEquals(Cause.ANSWERED, last.verdict(), last.detail());
            assertEquals("ping", server.heard());
            assertEquals(0, last.toSend().remaining(), "no farewell");
        }
    }

    @Test
    void aLongAnswerAndAFarewell() throws UnusableTlsException {
        TlsPeer server = new TlsPeer(serverContext, "x".repeat(100_000) + "pong");
        Turn last = Talk.between(Talk.ping(clients, null, true), server, 5_000);
        assertEquals(Cause.ANSWERED, last.verdict(), last.detail());
        assertTrue(last.toSend().remaining() > 0, "a farewell");
    }

    @Test
    void theServersFarewellIsAnEnd() throws UnusableTlsException {
        TlsPeer server = new TlsPeer(serverContext, "half").leaving();
        Turn last = Talk.between(Talk.ping(clients, null, false), server, 1_000);
        assertEquals("ended after half", last.detail());
    }

    @Test
    void anEndBeforeTheHandshakeIsDone() throws UnusableTlsException {
        Conversation conversation = Talk.ping(clients, null, false);
        assertNull(conversation.begin().verdict());
        assertEquals(
                "the connection ended during the TLS handshake",
                conversation.ended().detail());
    }

    @Test
    void whatIsNoTlsIsAWrongAnswer() throws UnusableTlsException {
        Conversation conversation = Talk.ping(clients, null, false);
        conversation.begin();
        Turn turn = conversation.received(
                ByteBuffer.wrap("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(Cause.WRONG_ANSWER, turn.verdict());
        assertTrue(turn.detail().startsWith("TLS: "), turn.detail());
    }

    /** Bytes that were tampered with end in a verdict, not in an exception and not in a loop. */
    @Test
    void anyBytesAreAnswered() throws UnusableTlsException {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            TlsPeer server = new TlsPeer(serverContext, "pong").tampering(random);
            Turn last = Talk.between(Talk.ping(clients, null, false), server, 500);
            assertTrue(last.verdict() != Cause.ANSWERED || server.heard().equals("ping"));
        }
    }
}
