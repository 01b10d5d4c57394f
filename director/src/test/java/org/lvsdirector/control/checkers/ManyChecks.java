package org.lvsdirector.control.checkers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.ConnectOptions;
import org.lvsdirector.check.TcpProbe;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.check.tcp.TcpProber;
import org.lvsdirector.control.sysctl.Sysctls;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Tables;
import org.lvsdirector.reconcile.InMemoryLedger;
import org.lvsdirector.reconcile.TableReader;

/**
 * Thousands of TCP checks over loopback, with a table in memory: how late they start, what they cost, and how long it takes until none is left
 * when all targets fail at once. Arguments: checks, delay loop in seconds, seconds to measure. Run by {@code scripts/bench/checks}.
 */
final class ManyChecks {
    private static final int PER_SERVICE = 100;
    private static final double MILLI = 1e6;

    private ManyChecks() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        long delay = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        long measured = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
        ServerSocket target = new ServerSocket(0, 4_000, InetAddress.getLoopbackAddress());
        startAcceptor(target);
        NioSockets sockets = NioSockets.open();
        InMemoryIpvs ipvs = new InMemoryIpvs();
        Lateness lateness = new Lateness(new TcpProber(sockets), delay);
        CheckersEngine engine = new CheckersEngine(
                new EngineParts(
                        ipvs,
                        new InMemoryLedger(),
                        new Sysctls(Path.of("/nonexistent/sysctl")),
                        sockets,
                        lateness,
                        System::nanoTime,
                        new Random(1),
                        2_000),
                new Nobody());
        var unused = engine.start(work(count, delay, target.getLocalPort()), Map.of(), Predecessor.NONE);
        long warm = System.nanoTime() + 2 * delay + TimeUnit.SECONDS.toNanos(3);
        while (System.nanoTime() - warm < 0) {
            engine.turn(Long.MAX_VALUE);
        }
        lateness.clear();
        long cpu = cpu();
        long end = System.nanoTime() + measured;
        while (System.nanoTime() - end < 0) {
            engine.turn(Long.MAX_VALUE);
        }
        long used = cpu() - cpu;
        System.out.printf(
                "| %,d at %d s | %.1f | %.1f | %.1f | %.0f |%n",
                count,
                TimeUnit.NANOSECONDS.toSeconds(delay),
                lateness.percentile(0.5) / MILLI,
                lateness.percentile(0.99) / MILLI,
                lateness.percentile(1) / MILLI,
                used / 1e3 / lateness.count());
        System.out.printf("%,d tries; resident %d MB%n", lateness.count(), residentMegabytes());
        allFail(engine, ipvs, target, delay);
        Runtime.getRuntime().halt(0);
    }

    private static void allFail(CheckersEngine engine, InMemoryIpvs ipvs, ServerSocket target, long delay)
            throws IOException {
        target.close();
        long closed = System.nanoTime();
        long longest = 0;
        long servers = Long.MAX_VALUE;
        long next = closed + delay;
        while (servers > 0) {
            long begun = System.nanoTime();
            engine.turn(0);
            longest = Math.max(longest, System.nanoTime() - begun);
            if (System.nanoTime() - next >= 0) {
                servers = TableReader.read(ipvs).rows().stream()
                        .mapToLong(row -> row.servers().size())
                        .sum();
                next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(50);
            }
        }
        System.out.printf(
                "all fail at once: the last one left %.0f ms after the fall time; the longest turn of the loop took %.0f ms%n",
                (System.nanoTime() - closed - delay) / MILLI, longest / MILLI);
    }

    private static CheckersWork work(int count, long delay, int port) {
        List<ServiceDefinition> services = new ArrayList<>();
        List<CheckSpec> checks = new ArrayList<>();
        ConnectOptions connect = ConnectOptions.to(InetAddress.getLoopbackAddress(), port, TimeUnit.SECONDS.toNanos(1));
        CheckTiming timing = new CheckTiming(delay, 0, 0, delay);
        for (int first = 0; first < count; first += PER_SERVICE) {
            String service = "vs" + first;
            List<RealServerDefinition> servers = new ArrayList<>();
            for (int number = first; number < Math.min(count, first + PER_SERVICE); number++) {
                String address = "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256;
                RealServerDefinition server = Tables.server(address, 80, ForwardingMethod.MASQUERADE, 1);
                servers.add(server);
                CheckId id = new CheckId(service, server.name(), 0);
                checks.add(new CheckSpec(id, new TcpProbe(connect, TcpProbe.Closing.RESET), timing, false, false));
            }
            services.add(new ServiceDefinition(
                    service,
                    List.of(Tables.tcp("192.0.2.1", first / PER_SERVICE + 1)),
                    "rr",
                    Set.of(),
                    null,
                    servers,
                    null,
                    1,
                    0,
                    false));
        }
        return new CheckersWork(services, checks, false, false, null, 0);
    }

    private static void startAcceptor(ServerSocket target) {
        Thread acceptor = new Thread(
                () -> {
                    try {
                        while (true) {
                            target.accept().close();
                        }
                    } catch (IOException closed) {
                        return;
                    }
                },
                "acceptor");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** Of this thread alone, the engine's, in user and kernel mode. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static final class Nobody implements CheckersListener {
        @Override
        public void checkChanged(CheckId check, CheckHealth health) {}

        @Override
        public void poolChanged(PoolEvent event) {}
    }
}
