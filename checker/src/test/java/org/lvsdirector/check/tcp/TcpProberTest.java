package org.lvsdirector.check.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.schedule.Prober;

/** Against real sockets on loopback. */
class TcpProberTest {
    private static final InetAddress LOOPBACK = address(127, 0, 0, 1);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final NioSockets sockets = NioSockets.open();
    private final TcpProber prober = new TcpProber(sockets);
    private final List<Socket> clients = new ArrayList<>();
    private @Nullable Cause outcome;
    private String detail = "";

    @AfterEach
    void close() throws IOException {
        sockets.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void aListenerAnswersAndIsLeftByAReset() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 8, LOOPBACK)) {
            assertEquals(Cause.ANSWERED, probe(Specs.spec(to(server.getLocalPort()))));
            try (Socket accepted = server.accept()) {
                sockets.await(0);
                SocketException reset = assertThrows(SocketException.class, () -> readOne(accepted));
                assertEquals("Connection reset", reset.getMessage());
            }
        }
    }

    @Test
    void anOrderlyEndCanBeChosen() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 8, LOOPBACK)) {
            TcpProbe probe = new TcpProbe(to(server.getLocalPort()), TcpProbe.Closing.ORDERLY);
            assertEquals(Cause.ANSWERED, probe(new CheckSpec(Specs.id(1), probe, Specs.TIMING, false, false)));
            try (Socket accepted = server.accept()) {
                sockets.await(0);
                assertEquals(-1, readOne(accepted));
            }
        }
    }

    @Test
    void nobodyListeningRefuses() throws IOException {
        assertEquals(Cause.REFUSED, probe(Specs.spec(to(freePort()))));
        assertEquals("Connection refused", detail);
    }

    @Test
    void aSilentServerNeverEndsATryAndACancelDoes() throws IOException {
        try (ServerSocket server = fullServer()) {
            Prober.Try attempt = prober.start(Specs.spec(to(server.getLocalPort())), 0, this::ended);
            sockets.await(TimeUnit.MILLISECONDS.toNanos(20));
            attempt.cancel();
            server.accept().close();
            sockets.await(TimeUnit.MILLISECONDS.toNanos(20));
            assertNull(outcome);
        }
    }

    /** A server that is only slow: its queue has room when the kernel asks again, about a second later. */
    @Test
    void aSlowServerAnswersLate() throws IOException {
        try (ServerSocket server = fullServer()) {
            prober.start(Specs.spec(to(server.getLocalPort())), 0, this::ended);
            sockets.await(TimeUnit.MILLISECONDS.toNanos(20));
            assertNull(outcome);
            server.accept().close();
            server.accept().close();
            assertEquals(Cause.ANSWERED, await());
        }
    }

    @Test
    void theSourceIsWhatWasAskedFor() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 8, LOOPBACK)) {
            int sourcePort = freePort();
            InetAddress source = address(127, 0, 0, 9);
            assertEquals(Cause.ANSWERED, probe(Specs.spec(from(source, sourcePort, server.getLocalPort()))));
            assertEquals(
                    new InetSocketAddress(source, sourcePort), server.accept().getRemoteSocketAddress());
            int anyAddress = freePort();
            assertEquals(Cause.ANSWERED, probe(Specs.spec(from(null, anyAddress, server.getLocalPort()))));
            assertEquals(
                    new InetSocketAddress(LOOPBACK, anyAddress), server.accept().getRemoteSocketAddress());
        }
    }

    @Test
    void aSourceThatThisMachineDoesNotHaveIsNotTheServersFault() throws IOException {
        assertEquals(Cause.LOCAL_ADDRESS, probe(Specs.spec(from(address(192, 0, 2, 1), 0, 80))));
        assertEquals("Cannot assign requested address", detail);
    }

    @Test
    void aSourcePortInUseIsNotTheServersFault() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 8, LOOPBACK)) {
            assertEquals(Cause.LOCAL_ADDRESS, probe(Specs.spec(from(LOOPBACK, other.getLocalPort(), 80))));
            assertEquals("Address already in use", detail);
        }
    }

    @Test
    void anAddressThatNothingMayConnectToIsReportedWithoutWaiting() {
        assertEquals(
                Cause.UNREACHABLE,
                probe(Specs.spec(ConnectOptions.to(address(255, 255, 255, 255), 80, Specs.seconds(1)))));
    }

    @Test
    void overIpv6Too() throws IOException {
        InetAddress loopback6 = address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        try (ServerSocket server = new ServerSocket(0, 8, loopback6)) {
            ConnectOptions options =
                    new ConnectOptions(loopback6, server.getLocalPort(), null, freePort(), null, 0, Specs.seconds(1));
            assertEquals(Cause.ANSWERED, probe(Specs.spec(options)));
        }
    }

    private Cause probe(CheckSpec spec) {
        outcome = null;
        prober.start(spec, 0, this::ended);
        return await();
    }

    private Cause await() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (outcome == null && System.nanoTime() - end < 0) {
            sockets.await(end - System.nanoTime());
        }
        if (outcome == null) {
            throw new AssertionError("the try did not end");
        }
        return outcome;
    }

    private void ended(Cause cause, String text) {
        outcome = cause;
        detail = text;
    }

    /** A listener whose queue is full, so that the kernel drops whoever asks next. */
    private ServerSocket fullServer() throws IOException {
        ServerSocket server = new ServerSocket(0, 1, LOOPBACK);
        for (int i = 0; i < 2; i++) {
            clients.add(new Socket(LOOPBACK, server.getLocalPort()));
        }
        return server;
    }

    private static int readOne(Socket socket) throws IOException {
        socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        return socket.getInputStream().read();
    }

    private static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            return server.getLocalPort();
        }
    }

    private static ConnectOptions to(int port) {
        return ConnectOptions.to(LOOPBACK, port, Specs.seconds(5));
    }

    private static ConnectOptions from(@Nullable InetAddress source, int sourcePort, int port) {
        return new ConnectOptions(LOOPBACK, port, source, sourcePort, null, 0, Specs.seconds(5));
    }

    private static InetAddress address(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
