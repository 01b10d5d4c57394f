package org.lvsdirector.check.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.ProbeException;
import org.lvsdirector.check.ProbeSocket;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.HealthMessage;
import org.lvsdirector.check.schedule.CheckEngine;
import org.lvsdirector.check.schedule.CheckListener;

/** Thousands of checks over real sockets in this one thread. */
class ThousandsTest {
    private static final int CHECKS = 5_000;
    private static final int AT_ONCE = 200;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private int failed;

    private final CheckListener listener = new CheckListener() {
        @Override
        public void message(HealthMessage message) {}

        @Override
        public void changed(CheckSpec spec, CheckHealth health, CheckResult result) {
            failed += health.up() ? 0 : 1;
        }
    };

    /** Counts how many sockets are open. */
    private static final class Counting implements ProbeSockets {
        private final NioSockets sockets;
        private int open;
        private int most;

        Counting(NioSockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public ProbeSocket connectTcp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
            ProbeSocket socket = sockets.connectTcp(options, handler);
            open++;
            most = Math.max(most, open);
            return new ProbeSocket() {
                @Override
                public boolean finishConnect() throws ProbeException {
                    return socket.finishConnect();
                }

                @Override
                public int read(ByteBuffer buffer) throws ProbeException {
                    return socket.read(buffer);
                }

                @Override
                public void write(ByteBuffer buffer) throws ProbeException {
                    socket.write(buffer);
                }

                @Override
                public void awaitReadable() {
                    socket.awaitReadable();
                }

                @Override
                public void awaitWritable() {
                    socket.awaitWritable();
                }

                @Override
                public void resetOnClose() {
                    socket.resetOnClose();
                }

                @Override
                public void close() {
                    open--;
                    socket.close();
                }
            };
        }

        @Override
        public ProbeSocket openUdp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
            return sockets.openUdp(options, handler);
        }

        @Override
        public ProbeSocket openIcmp(ConnectOptions options, ProbeSocket.ReadyHandler handler) throws ProbeException {
            return sockets.openIcmp(options, handler);
        }

        @Override
        public void close() {
            sockets.close();
        }
    }

    @Test
    void allAreTriedWithinBoundsAndNoneFails() throws IOException {
        NioSockets sockets = NioSockets.open();
        Counting counting = new Counting(sockets);
        try (ServerSocket server = new ServerSocket(0, 1_000, LOOPBACK);
                counting) {
            Thread acceptor = new Thread(() -> acceptAll(server), "acceptor");
            acceptor.setDaemon(true);
            acceptor.start();
            CheckEngine engine =
                    new CheckEngine(new TcpProber(counting), System::nanoTime, new Random(1), AT_ONCE, listener);
            engine.replace(specs(server.getLocalPort()), spec -> CheckHealth.initial(false));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (tried(engine) < CHECKS && System.nanoTime() - end < 0) {
                engine.advance();
                sockets.await(Math.min(engine.nanosToNextDeadline(), TimeUnit.MILLISECONDS.toNanos(50)));
            }
            assertEquals(CHECKS, tried(engine));
            assertEquals(0, failed);
            assertTrue(counting.most <= AT_ONCE, () -> counting.most + " sockets at once");
            engine.close();
            assertEquals(0, counting.open);
        }
    }

    private static long tried(CheckEngine engine) {
        return engine.snapshot().stream()
                .filter(check -> check.successes() + check.failures() + check.inconclusive() > 0)
                .count();
    }

    private static List<CheckSpec> specs(int port) {
        List<CheckSpec> specs = new ArrayList<>();
        ConnectOptions connect = ConnectOptions.to(LOOPBACK, port, Specs.seconds(30));
        CheckTiming timing = Specs.timing(60, 1, 1, 1);
        for (int i = 0; i < CHECKS; i++) {
            CheckId id = new CheckId("vs", "rs" + i, 0);
            specs.add(new CheckSpec(id, new TcpProbe(connect, TcpProbe.Closing.RESET), timing, false, false));
        }
        return specs;
    }

    private static void acceptAll(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (IOException closed) {
            return;
        }
    }
}
