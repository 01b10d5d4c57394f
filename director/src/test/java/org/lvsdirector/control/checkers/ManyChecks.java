package org.lvsdirector.control.checkers;

import java.io.IOException;
import java.net.InetAddress;
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
    /** The fall time of a check: without retries it is down at its first failure. */
    private final long delay;

    private final int count;
    private final TargetProcess target = TargetProcess.start();
    private final NioSockets sockets = NioSockets.open();
    private final InMemoryIpvs ipvs = new InMemoryIpvs();
    private final Lateness lateness;
    private final CheckersEngine engine;

    private ManyChecks(int count, long delay) throws IOException {
        this.count = count;
        this.delay = delay;
        this.lateness = new Lateness(new TcpProber(sockets), delay);
        this.engine = new CheckersEngine(
                new EngineParts(
                        ipvs,
                        new InMemoryLedger(),
                        new Sysctls(Path.of("/nonexistent/sysctl")),
                        new MarkKeeper((table, priority, marks) -> {}, Path.of("/nonexistent/marks")),
                        sockets,
                        lateness,
                        System::nanoTime,
                        new Random(1),
                        2_000),
                new Nobody());
    }

    public static void main(String[] arguments) throws IOException {
        int count = Integer.parseInt(arguments[0]);
        long delay = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        ManyChecks checks = new ManyChecks(count, delay);
        var unused = checks.engine.start(checks.work(), Map.of(), Predecessor.NONE);
        checks.turnFor(3 * delay + TimeUnit.SECONDS.toNanos(3));
        checks.measure(TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2])));
        checks.allFail();
        Runtime.getRuntime().halt(0);
    }

    private void turnFor(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            engine.turn(end - System.nanoTime());
        }
    }

    private void measure(long nanos) throws IOException {
        lateness.clear();
        target.measure();
        ProcessorTime before = ProcessorTime.now();
        turnFor(nanos);
        ProcessorTime used = ProcessorTime.now().since(before);
        System.out.printf(
                "| %,d at %d s | %.1f | %.1f | %.1f | %.0f | %d | %.0f | %s |%n",
                count,
                TimeUnit.NANOSECONDS.toSeconds(delay),
                lateness.percentile(0.5) / MILLI,
                lateness.percentile(0.99) / MILLI,
                lateness.percentile(1) / MILLI,
                used.usedNanos() / 1e3 / lateness.count(),
                residentMegabytes(),
                100.0 * used.queuedNanos() / nanos,
                target.sleepers());
    }

    /** The target has just been told to turn everybody away. */
    private void allFail() throws IOException {
        long told = System.nanoTime();
        target.awaitClosed();
        long nextLook = told + delay;
        Turn longest = new Turn(0, 0);
        while (true) {
            longest = longest.or(timedTurn());
            if (System.nanoTime() - nextLook >= 0) {
                if (servers() == 0) {
                    break;
                }
                nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
            }
        }
        System.out.printf(
                "all fail at once: the last one left %.0f ms after the fall time; the longest turn of the loop took %.0f ms, %.0f of them on a processor%n",
                (System.nanoTime() - told - delay) / MILLI, longest.wallNanos / MILLI, longest.usedNanos / MILLI);
    }

    private record Turn(long wallNanos, long usedNanos) {
        Turn or(Turn other) {
            return other.wallNanos > wallNanos ? other : this;
        }
    }

    private Turn timedTurn() throws IOException {
        long used = ProcessorTime.now().usedNanos();
        long begun = System.nanoTime();
        engine.turn(0);
        return new Turn(System.nanoTime() - begun, ProcessorTime.now().usedNanos() - used);
    }

    private long servers() {
        return TableReader.read(ipvs).rows().stream()
                .mapToLong(row -> row.servers().size())
                .sum();
    }

    private CheckersWork work() {
        List<ServiceDefinition> services = new ArrayList<>();
        List<CheckSpec> checks = new ArrayList<>();
        ConnectOptions connect =
                ConnectOptions.to(InetAddress.getLoopbackAddress(), target.port(), TimeUnit.SECONDS.toNanos(1));
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
