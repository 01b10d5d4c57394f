package org.lvsdirector.control.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.check.tcp.TcpProber;
import org.lvsdirector.plan.Tables;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

/** Raw sockets with mark and device, where the route shows whether the mark was there. */
@Tag("netns")
class LinuxProbeSocketsTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final InetAddress REAL_SERVER = Tables.address("10.77.1.2");
    private static final InetAddress LOOPBACK = Tables.address("127.0.0.1");
    private static final int MARK = 0x8000_0007;

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host director = network.host("director");

    @Test
    void theMarkDecidesTheRoute() throws IOException {
        Lan lan = network.lan("checks");
        director.plug(lan, "eth0", "10.77.1.1/24");
        Host server = network.host("server").plug(lan, "eth0", "10.77.1.2/24");
        director.exec("ip", "rule", "add", "fwmark", Integer.toUnsignedString(MARK), "lookup", "77", "priority", "10");
        director.exec("ip", "route", "add", "10.77.1.0/24", "dev", "eth0", "table", "77");
        director.exec("ip", "rule", "add", "to", "10.77.1.2", "prohibit", "priority", "20");
        try (ServerSocket listener = NetworkThread.call(server, () -> new ServerSocket(0, 8, REAL_SERVER))) {
            int port = listener.getLocalPort();
            assertEquals(List.of(Cause.LOCAL_PERMISSION), probe(to(REAL_SERVER, port, 0, null)));
            assertEquals(List.of(Cause.ANSWERED), probe(to(REAL_SERVER, port, Integer.toUnsignedLong(MARK), null)));
            try (Socket accepted = listener.accept()) {
                accepted.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
                assertThrows(
                        SocketException.class, () -> accepted.getInputStream().read(), "left by a reset");
            }
            assertEquals(List.of(Cause.REFUSED), probe(to(REAL_SERVER, 1, Integer.toUnsignedLong(MARK), null)));
        }
    }

    @Test
    void theDeviceIsWhereTheProbeLeaves() throws IOException {
        director.plug(network.lan("checks"), "eth0", "10.77.1.1/24");
        try (ServerSocket listener = NetworkThread.call(director, () -> new ServerSocket(0, 8, LOOPBACK))) {
            int port = listener.getLocalPort();
            assertEquals(List.of(Cause.ANSWERED), probe(to(LOOPBACK, port, 0, "lo")));
            assertEquals(List.of(Cause.LOCAL_ADDRESS), probe(to(LOOPBACK, port, 0, "eth7")));
        }
    }

    @Test
    void theSourceIsWhatWasAskedForAndNotTheServersFault() throws IOException {
        try (ServerSocket listener = NetworkThread.call(director, () -> new ServerSocket(0, 8, LOOPBACK))) {
            InetAddress source = Tables.address("127.0.0.5");
            assertEquals(List.of(Cause.ANSWERED), probe(from(source, 4_000, listener.getLocalPort())));
            try (Socket accepted = listener.accept()) {
                assertEquals(source, accepted.getInetAddress());
                assertEquals(4_000, accepted.getPort());
            }
            assertEquals(List.of(Cause.ANSWERED), probe(from(null, 4_001, listener.getLocalPort())));
            assertEquals(
                    List.of(Cause.LOCAL_ADDRESS), probe(from(Tables.address("192.0.2.1"), 0, listener.getLocalPort())));
        }
    }

    /** More at once than the waiting thread has places at first. */
    @Test
    void hundredsAtOnce() throws IOException {
        try (ServerSocket listener = NetworkThread.call(director, () -> new ServerSocket(0, 400, LOOPBACK))) {
            List<CheckSpec> specs = new ArrayList<>();
            List<Cause> expected = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                boolean refused = i % 3 == 0;
                specs.addAll(to(LOOPBACK, refused ? 1 : listener.getLocalPort(), 1, null));
                expected.add(refused ? Cause.REFUSED : Cause.ANSWERED);
            }
            assertEquals(expected, probe(specs));
        }
    }

    private List<Cause> probe(List<CheckSpec> specs) {
        return NetworkThread.call(director, () -> {
            NioSockets nio = NioSockets.open();
            try (var sockets = LinuxProbeSockets.beside(nio)) {
                TcpProber prober = new TcpProber(sockets);
                @Nullable Cause[] causes = new Cause[specs.size()];
                int[] open = {specs.size()};
                for (int i = 0; i < causes.length; i++) {
                    int place = i;
                    prober.start(specs.get(i), 0, (cause, detail) -> {
                        causes[place] = cause;
                        open[0]--;
                    });
                }
                long end = System.nanoTime() + PATIENCE_NANOS;
                while (open[0] > 0 && System.nanoTime() - end < 0) {
                    nio.await(end - System.nanoTime());
                }
                return List.of(causes);
            }
        });
    }

    private static List<CheckSpec> to(InetAddress address, int port, long mark, @Nullable String device) {
        return spec(new ConnectOptions(address, port, null, 0, device, mark, PATIENCE_NANOS));
    }

    private static List<CheckSpec> from(@Nullable InetAddress source, int sourcePort, int port) {
        return spec(new ConnectOptions(LOOPBACK, port, source, sourcePort, null, 1, PATIENCE_NANOS));
    }

    private static List<CheckSpec> spec(ConnectOptions options) {
        return List.of(new CheckSpec(
                new CheckId("vs", "rs", 0),
                new TcpProbe(options, TcpProbe.Closing.RESET),
                new CheckTiming(1, 0, 0, 0),
                false,
                false));
    }
}
