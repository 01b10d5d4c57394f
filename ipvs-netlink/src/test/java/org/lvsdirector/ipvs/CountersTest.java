package org.lvsdirector.ipvs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Commands;

/** Counters of real traffic: the kernel counts, we read, and zero. */
@Tag("lab")
class CountersTest {
    private static final int PORT = 8080;
    private static final String VIP = "10.9.0.1";
    private static final String REAL = "10.9.0.2";
    private static final int CONNECTIONS = 3;

    /** The kernel's estimator adds up every two seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void countsConnectionsPacketsAndBytesAndZeroesThem() {
        FreshNamespace.call(() -> {
            Commands.run("ip", "address", "add", VIP + "/32", "dev", "lo").orFail();
            Commands.run("ip", "address", "add", REAL + "/32", "dev", "lo").orFail();
            ServiceKey key = Tables.tcp(VIP, PORT);
            RealServer server = Tables.server(REAL, PORT, ForwardingMethod.MASQUERADE, 1);
            try (Ipvs ipvs = KernelIpvs.open();
                    ServerSocket listener = new ServerSocket()) {
                listener.bind(new InetSocketAddress(IpAddresses.parse(REAL), PORT));
                ipvs.apply(List.of(
                        new IpvsChange.AddService(Tables.service(key, "rr")), new IpvsChange.AddServer(key, server)));
                for (int i = 0; i < CONNECTIONS; i++) {
                    connectOnce(listener);
                }
                TrafficStats counted = Await.value(
                        "the service's counters",
                        LIMIT,
                        () -> ipvs.service(key).orElseThrow().stats(),
                        stats -> stats.connections() == CONNECTIONS);
                assertTrue(counted.inPackets() >= CONNECTIONS * 3, () -> "" + counted);
                assertTrue(counted.inBytes() >= CONNECTIONS * 3 * 40, () -> "" + counted);
                assertTrue(counted.outPackets() >= CONNECTIONS * 2, () -> "" + counted);
                RealServerEntry entry = ipvs.realServers(key).get(0);
                assertEquals(counted, entry.stats());
                assertEquals(CONNECTIONS, entry.activeConnections() + entry.inactiveConnections());

                ipvs.zero(key);
                TrafficStats zeroed = ipvs.service(key).orElseThrow().stats();
                assertEquals(0, zeroed.connections());
                assertEquals(0, zeroed.inBytes());
                // What the kernel zeroes is the service and its real servers alike.
                assertEquals(0, ipvs.realServers(key).get(0).stats().connections());
            }
            return true;
        });
    }

    private static void connectOnce(ServerSocket listener) throws IOException {
        try (Socket client = new Socket(IpAddresses.parse(VIP), PORT);
                Socket server = listener.accept()) {
            client.getOutputStream().write(1);
            assertEquals(1, server.getInputStream().read());
        }
    }
}
