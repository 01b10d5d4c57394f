package org.lvsdirector.control.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.ProbeSockets;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.HealthMessage;
import org.lvsdirector.check.kinds.KindProber;
import org.lvsdirector.check.schedule.CheckEngine;
import org.lvsdirector.check.schedule.CheckListener;
import org.lvsdirector.check.tcp.NioSockets;
import org.lvsdirector.check.told.Tidings;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.NetworkThread;

/**
 * A table of checks and of what their first try must come to. All are made side by side from a simulated machine, by the engine that makes
 * them in the checkers process, with its sockets and its time-outs.
 */
final class Trials {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final Map<String, String> expected = new TreeMap<>();

    /**
     * Adds a row.
     *
     * @param name of the row
     * @param outcome regular expression for {@code up} or {@code down}, the cause and the detail
     */
    Trials expect(String name, String outcome, Probe probe) {
        if (probes.put(name, probe) != null) {
            throw new IllegalArgumentException("two rows called " + name);
        }
        expected.put(name, outcome);
        return this;
    }

    /** Makes all checks and compares the whole table. */
    void run(Host from) {
        Map<String, String> seen = NetworkThread.call(from, this::tryAll);
        // What matches is shown as what was expected, so that a failure shows the rows that differ and no others.
        seen.replaceAll((name, outcome) -> {
            String pattern = expected.getOrDefault(name, "");
            return outcome.matches(pattern) ? pattern : outcome;
        });
        assertEquals(String.join("\n", lines(expected)), String.join("\n", lines(seen)));
    }

    private static Iterable<String> lines(Map<String, String> table) {
        return table.entrySet().stream().map(Object::toString).toList();
    }

    private Map<String, String> tryAll() {
        Map<String, String> seen = new TreeMap<>();
        NioSockets nio = NioSockets.open();
        try (ProbeSockets sockets = LinuxProbeSockets.beside(nio);
                CheckEngine engine = engine(sockets, seen)) {
            engine.replace(
                    probes.entrySet().stream()
                            .map(row -> spec(row.getKey(), row.getValue()))
                            .toList(),
                    spec -> CheckHealth.initial(false));
            long end = System.nanoTime() + LIMIT_NANOS;
            while (seen.size() < probes.size() && System.nanoTime() - end < 0) {
                nio.await(Math.min(engine.nanosToNextDeadline(), end - System.nanoTime()));
                engine.advance();
            }
        }
        return seen;
    }

    private CheckEngine engine(ProbeSockets sockets, Map<String, String> seen) {
        CheckListener listener = new CheckListener() {
            @Override
            public void message(HealthMessage message) {}

            @Override
            public void changed(CheckSpec spec, CheckHealth health, CheckResult result) {
                String outcome = (health.up() ? "up " : "down ") + result.cause() + " " + result.detail();
                seen.putIfAbsent(spec.id().server(), outcome.strip());
            }
        };
        KindProber prober = new KindProber(
                sockets,
                (check, asked) -> {
                    throw new AssertionError("no command is expected here");
                },
                new Tidings(),
                new Random(3));
        return new CheckEngine(prober, System::nanoTime, new Random(3), probes.size(), listener);
    }

    private static CheckSpec spec(String name, Probe probe) {
        CheckTiming timing = new CheckTiming(TimeUnit.HOURS.toNanos(1), 0, 0, 0);
        return new CheckSpec(new CheckId("vs", name, 0), probe, timing, false, false);
    }
}
