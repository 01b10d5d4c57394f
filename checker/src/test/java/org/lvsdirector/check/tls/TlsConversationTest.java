package org.lvsdirector.check.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.stream.Conversation;
import org.lvsdirector.check.stream.Turn;

/** Against the JDK's own server side, in memory. */
class TlsConversationTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder = Path.of("");

    private static SSLContext serverContext = context();

    private final TlsClients clients = new TlsClients();

    @BeforeAll
    static void certificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/keytool",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=nobody",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, keytool.waitFor(), output);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        serverContext.init(managers.getKeyManagers(), null, null);
    }

    private static SSLContext context() {
        try {
            return SSLContext.getInstance("TLS");
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Says "ping", and is content when it hears "pong" in however many pieces. */
    private static final class Ping implements Conversation {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public Turn begin() {
            return Turn.say("ping");
        }

        @Override
        public Turn received(ByteBuffer bytes) {
            heard.append(StandardCharsets.ISO_8859_1.decode(bytes));
            return heard.toString().endsWith("pong") ? Turn.well() : Turn.listen();
        }

        @Override
        public Turn ended() {
            return Turn.failed(Cause.BROKEN, "ended after " + heard);
        }
    }

    @Test
    void aConversationInRecordsOfAnySize() {
        for (int piece : new int[] {1, 7, 1000, 100_000}) {
            TlsPeer server = new TlsPeer(serverContext, "pong");
            Turn last = talk(clients.inside(new Ping(), "www.example.org", false), server, piece);
            assertEquals(Cause.ANSWERED, last.verdict(), last.detail());
            assertEquals("ping", server.heard());
            assertEquals(0, last.toSend().remaining(), "no farewell");
        }
    }

    @Test
    void aLongAnswerAndAFarewell() {
        TlsPeer server = new TlsPeer(serverContext, "x".repeat(100_000) + "pong");
        Turn last = talk(clients.inside(new Ping(), null, true), server, 5_000);
        assertEquals(Cause.ANSWERED, last.verdict(), last.detail());
        assertTrue(last.toSend().remaining() > 0, "a farewell");
    }

    @Test
    void theServersFarewellIsAnEnd() {
        TlsPeer server = new TlsPeer(serverContext, "half").leaving();
        Turn last = talk(clients.inside(new Ping(), null, false), server, 1_000);
        assertEquals("ended after half", last.detail());
    }

    @Test
    void anEndBeforeTheHandshakeIsDone() {
        Conversation conversation = clients.inside(new Ping(), null, false);
        assertNull(conversation.begin().verdict());
        assertEquals(
                "the connection ended during the TLS handshake",
                conversation.ended().detail());
    }

    @Test
    void whatIsNoTlsIsAWrongAnswer() {
        Conversation conversation = clients.inside(new Ping(), null, false);
        conversation.begin();
        Turn turn = conversation.received(
                ByteBuffer.wrap("HTTP/1.1 400 Bad Request\r\n".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(Cause.WRONG_ANSWER, turn.verdict());
        assertTrue(turn.detail().startsWith("TLS: "), turn.detail());
    }

    /** Bytes that were tampered with end in a verdict, not in an exception and not in a loop. */
    @Test
    void anyBytesAreAnswered() {
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            TlsPeer server = new TlsPeer(serverContext, "pong").tampering(random);
            Turn last = talk(clients.inside(new Ping(), null, false), server, 500);
            assertTrue(last.verdict() != Cause.ANSWERED || server.heard().equals("ping"));
        }
    }

    /** Carries bytes between the two until a verdict, or until the server has nothing more to say. */
    private static Turn talk(Conversation client, TlsPeer server, int piece) {
        Turn turn = client.begin();
        while (turn.verdict() == null) {
            ByteBuffer answer = server.exchange(turn.toSend());
            if (!answer.hasRemaining()) {
                return client.ended();
            }
            turn = Turn.listen();
            ByteBuffer toServer = ByteBuffer.allocate(1 << 20);
            while (answer.hasRemaining() && turn.verdict() == null) {
                int count = Math.min(piece, answer.remaining());
                turn = client.received(answer.slice().limit(count));
                answer.position(answer.position() + count);
                if (turn.verdict() == null) {
                    toServer.put(turn.toSend());
                }
            }
            turn = turn.verdict() == null ? Turn.say(toServer.flip()) : turn;
        }
        return turn;
    }
}
