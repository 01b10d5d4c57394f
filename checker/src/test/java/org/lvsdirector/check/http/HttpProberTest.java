package org.lvsdirector.check.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.schedule.Prober;
import org.lvsdirector.check.stream.Streams;
import org.lvsdirector.check.tcp.NioSockets;

/** Over real sockets, with servers that no real program would be. */
class HttpProberTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final NioSockets sockets = NioSockets.open();
    private final HttpProber prober = new HttpProber(new Streams(sockets));
    private ServerSocket server = unbound();
    private @Nullable Cause outcome;
    private String detail = "";
    private int progress;

    private final Prober.Outcome listener = new Prober.Outcome() {
        @Override
        public void ended(Cause cause, String text) {
            assertNull(outcome, "told once");
            outcome = cause;
            detail = text;
        }

        @Override
        public void progressed() {
            progress++;
        }
    };

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 8, LOOPBACK);
    }

    @AfterEach
    void close() throws IOException {
        sockets.close();
        server.close();
    }

    @Test
    void anAnswerInPiecesIsProgress() throws IOException {
        start("/status");
        try (Socket client = accept()) {
            assertTrue(request(client).startsWith("GET /status HTTP/1.0\r\n"));
            for (String piece : new String[] {"HTTP/1.0 2", "00 OK\r\n\r", "\nbody"}) {
                int before = progress;
                send(client, piece);
                until(() -> progress > before);
                assertNull(outcome);
            }
        }
        assertEquals(Cause.ANSWERED, await());
    }

    @Test
    void aLongBodyIsReadToItsEnd() throws IOException {
        start("/");
        try (Socket client = accept()) {
            request(client);
            int length = 300_000;
            Thread writer = new Thread(() ->
                    send(client, "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length)));
            writer.start();
            assertEquals(Cause.ANSWERED, await());
            assertEquals(-1, client.getInputStream().read(), "left in good order");
        }
    }

    @Test
    void aServerThatSaysNothingIsWaitedFor() throws IOException {
        Prober.Try attempt = start("/");
        try (Socket client = accept()) {
            request(client);
            sockets.await(TimeUnit.MILLISECONDS.toNanos(20));
            assertNull(outcome);
            attempt.cancel();
            assertEquals(-1, client.getInputStream().read());
            assertNull(outcome);
        }
    }

    @Test
    void aServerThatLeavesWithoutAWord() throws IOException {
        start("/");
        try (Socket client = accept()) {
            request(client);
        }
        assertEquals(Cause.BROKEN, await());
        assertEquals("the connection ended before an answer came", detail);
    }

    @Test
    void aReset() throws IOException {
        start("/");
        try (Socket client = accept()) {
            request(client);
            send(client, "HTTP/1.0 200 OK\r\n");
            client.setSoLinger(true, 0);
        }
        assertEquals(Cause.BROKEN, await());
        assertEquals("Connection reset", detail);
    }

    @Test
    void nobodyThere() throws IOException {
        server.close();
        start("/");
        assertEquals(Cause.REFUSED, await());
    }

    @Test
    void anotherProtocol() throws IOException {
        start("/");
        try (Socket client = accept()) {
            send(client, "220 mail.example.org ESMTP\r\n\r\n");
            assertEquals(Cause.WRONG_ANSWER, await());
        }
    }

    private Prober.Try start(String path) {
        ConnectOptions connect = ConnectOptions.to(LOOPBACK, server.getLocalPort(), Specs.seconds(5));
        CheckSpec spec = Specs.of(Urls.probe(connect, false, path));
        return prober.start(spec, 0, listener);
    }

    private Socket accept() throws IOException {
        Socket client = server.accept();
        client.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        return client;
    }

    /** The request's lines, while the prober's loop runs. */
    private String request(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        StringBuilder text = new StringBuilder();
        until(() -> {
            try {
                while (in.available() > 0) {
                    text.append((char) in.read());
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return text.toString().endsWith("\r\n\r\n");
        });
        return text.toString();
    }

    private static void send(Socket client, String text) {
        try {
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Cause await() {
        until(() -> outcome != null);
        return outcome == null ? Cause.LOCAL_OTHER : outcome;
    }

    private interface Condition {
        boolean holds();
    }

    private void until(Condition condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            assertTrue(System.nanoTime() - end < 0, "waited too long");
            sockets.await(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static ServerSocket unbound() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
