package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.lvsdirector.ipvs.KernelIpvs;
import org.lvsdirector.ipvsctl.names.SystemNames;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Commands;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.NetworkThread;
import org.lvsdirector.testing.Result;

/** The real ipvsadm and ours on one machine's table; ours in this JVM, as its launcher would start it. */
final class BothPrograms {
    /** What ends each listing of {@link #assertAllAlike}. */
    private static final String MARK = "==== exit code ";

    private static final String LIST_ALL = "for line; do ipvsadm $line 2>&1; printf '" + MARK + "%d\\n' $?; done";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Host host;

    BothPrograms(Host host) {
        this.host = host;
    }

    Console ours(Program program) {
        return new Console(program, () -> NetworkThread.call(host, KernelIpvs::open))
                .withNames(new SystemNames())
                .withConnections(host.file("/proc/1/net/ip_vs_conn"));
    }

    Console ours(Personality personality) {
        return ours(personality == Personality.IPVSADM ? Program.IPVSADM : Program.IPVSCTL);
    }

    Result ipvsadm(String line, List<String> input) {
        return real("ipvsadm", line, text(input));
    }

    /** Runs one of ipvsadm's three programs. */
    Result real(String program, String line, String input) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(Console.words(line));
        return NetworkThread.call(host, () -> Commands.run(command, input));
    }

    void clear() {
        ours(Personality.IPVSCTL).run("-C").orFail();
    }

    void assertAlike(Personality personality, String line) {
        Result theirs = ipvsadm(line, List.of());
        Result ours = ours(personality).run(line);
        assertEquals(theirs.output(), ours.output(), line);
        assertEquals(theirs.errors(), ours.errors(), line);
        assertEquals(theirs.exitCode(), ours.exitCode(), line);
    }

    /** As {@link #assertAlike} for many lines; starting a process is what costs in the lab, so one shell starts ipvsadm for all. */
    void assertAllAlike(Personality personality, List<String> lines) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", LIST_ALL, "sh"));
        command.addAll(lines);
        StringBuilder ours = new StringBuilder();
        for (String line : lines) {
            Result result = ours(personality).run(line);
            ours.append(result.output()).append(result.errors());
            ours.append(MARK).append(result.exitCode()).append('\n');
        }
        String theirs =
                NetworkThread.call(host, () -> Commands.run(command, "")).output();
        assertEquals(theirs, ours.toString(), () -> String.join(", ", lines));
    }

    /** What changes while one looks, such as the seconds that a connection has left, becomes alike sooner or later. */
    void awaitAlike(String line) {
        AtomicReference<Pair> last = new AtomicReference<>(new Pair("", ""));
        try {
            Await.until("both alike", LIMIT, () -> {
                String theirs = ipvsadm(line, List.of()).orFail().output();
                Pair pair = new Pair(
                        theirs, ours(Personality.IPVSADM).run(line).orFail().output());
                last.set(pair);
                return pair.theirs().equals(pair.ours());
            });
        } catch (AssertionError e) {
            Pair pair = Objects.requireNonNull(last.get());
            assertEquals(pair.theirs(), pair.ours(), line);
            throw e;
        }
    }

    private record Pair(String theirs, String ours) {}

    static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
