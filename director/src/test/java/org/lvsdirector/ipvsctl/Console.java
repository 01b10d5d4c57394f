package org.lvsdirector.ipvsctl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvsctl.names.Names;
import org.lvsdirector.testing.Result;

/** The program with a table, a name service and files of its own, for one command line after the other. */
final class Console {
    /** Knows {@code localhost} and the port of HTTP, as every machine does. */
    private static final Names NAMES = new Names() {
        private static final Map<String, Integer> PORTS = Map.of("http", 80, "domain", 53);

        @Override
        public @Nullable InetAddress addressOf(String host) {
            return host.equals("localhost") ? IpAddresses.parse("127.0.0.1") : null;
        }

        @Override
        public @Nullable String hostOf(InetAddress address) {
            return address.getHostAddress().equals("127.0.0.1") ? "localhost" : null;
        }

        @Override
        public int portOf(String service, Protocol protocol) {
            return PORTS.getOrDefault(service, -1);
        }

        @Override
        public @Nullable String serviceAt(int port, Protocol protocol) {
            return port == 80 ? "http" : null;
        }
    };

    /** A terminal of some size, or none. */
    private record FakeTerminal(boolean isOutput, int rows, int columns) implements Terminal {
        @Override
        public boolean isErrors() {
            return false;
        }
    }

    private final Program program;
    private final Supplier<Ipvs> table;
    private Names names = NAMES;
    private Terminal terminal = new FakeTerminal(false, 24, 80);
    private Pace pace = seconds -> false;
    private Path connections = Path.of("/nonexistent/ip_vs_conn");
    private Path runDirectory = Path.of("/nonexistent/run");
    private Path processes = Path.of("/nonexistent/proc");

    Console(Personality personality, Supplier<Ipvs> table) {
        this(personality == Personality.IPVSADM ? Program.IPVSADM : Program.IPVSCTL, table);
    }

    Console(Program program, Supplier<Ipvs> table) {
        this.program = program;
        this.table = table;
    }

    /** One with an empty table in memory. */
    static Console inMemory(Personality personality) {
        Ipvs table = new InMemoryIpvs();
        return new Console(personality, () -> table);
    }

    Console withNames(Names newNames) {
        names = newNames;
        return this;
    }

    Console withConnections(Path file) {
        connections = file;
        return this;
    }

    Console withDirectors(Path newRunDirectory, Path newProcesses) {
        runDirectory = newRunDirectory;
        processes = newProcesses;
        return this;
    }

    /** Lets what repeats itself do so some times, and remembers how long it would have waited. */
    void endingAfter(int looks, List<Integer> waits) {
        AtomicInteger left = new AtomicInteger(looks);
        pace = seconds -> {
            waits.add(seconds);
            if (left.decrementAndGet() > 0) {
                return true;
            }
            left.set(looks);
            return false;
        };
    }

    void onTerminal(int rows, int columns) {
        terminal = new FakeTerminal(true, rows, columns);
    }

    /** Runs a command line of words parted by single blanks; {@code ''} is an empty word. */
    Result run(String line) {
        return run(words(line), "");
    }

    Result run(List<String> words, String input) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Result result = run(words, input, output);
        return new Result(words, result.exitCode(), output.toString(StandardCharsets.UTF_8), result.errors());
    }

    /** Runs a command line that prints into {@code output}. */
    Result runInto(OutputStream output, String line) {
        return run(words(line), "", output);
    }

    private Result run(List<String> words, String input, OutputStream output) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exitCode = program.run(
                words,
                new Surroundings(
                        program.personality(),
                        table,
                        names,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        output,
                        errors,
                        connections,
                        new DirectorNotice(runDirectory, processes),
                        terminal,
                        pace,
                        "1.2.3"));
        return new Result(words, exitCode, "", errors.toString(StandardCharsets.UTF_8));
    }

    /** Runs lines that must all succeed. */
    void runAll(String lines) {
        lines.lines().forEach(line -> run(line).orFail());
    }

    static List<String> words(String line) {
        return line.isEmpty()
                ? List.of()
                : List.of(line.split(" ", -1)).stream()
                        .map(word -> word.equals("''") ? "" : word)
                        .toList();
    }
}
