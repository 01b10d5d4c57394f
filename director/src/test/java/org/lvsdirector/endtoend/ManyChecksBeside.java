package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

/**
 * Thousands of TCP checks by keepalived and by the director in turn, with the kernel's own table: what they cost, and how long it takes until no real server is left
 * when all fail at once. Arguments: checks, delay loop in seconds, seconds to measure. Run in the lab by {@code scripts/bench/checks --beside}.
 */
final class ManyChecksBeside {
    private static final int PER_SERVICE = 100;
    private static final int PORT = 80;
    private static final int BACKLOG = 4_096;
    private static final int TICKS_A_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int count;
    private final int delaySeconds;
    private final int measuredSeconds;
    private final Host checker;
    private final Host farm;

    private ManyChecksBeside(String[] arguments, Network network) {
        count = Integer.parseInt(arguments[0]);
        delaySeconds = Integer.parseInt(arguments[1]);
        measuredSeconds = Integer.parseInt(arguments[2]);
        Lan lan = network.lan("lan");
        checker = network.host("checker").plug(lan, "eth0", "10.90.1.1/24");
        farm = network.host("farm").plug(lan, "eth0", "10.90.1.2/24");
        farm.exec("ip", "route", "add", "local", "10.99.0.0/16", "dev", "lo");
        checker.exec("ip", "route", "add", "10.99.0.0/16", "via", "10.90.1.2");
        checker.write(Keepalived.CONFIGURATION, configuration());
    }

    public static void main(String[] arguments) {
        try (Network network = Network.perClass()) {
            ManyChecksBeside bench = new ManyChecksBeside(arguments, network);
            System.out.println(
                    "| program | TCP checks | processor time of a check, us | resident, MB | the last of all removed after the fall time, ms |");
            System.out.println("|---|---|---|---|---|");
            for (Function<Host, BenchedProgram> program :
                    List.<Function<Host, BenchedProgram>>of(BenchedProgram::keepalived, BenchedProgram::director)) {
                bench.measure(program);
            }
        }
    }

    private void measure(Function<Host, BenchedProgram> start) {
        try {
            ServerSocket target = NetworkThread.call(farm, () -> new ServerSocket(PORT, BACKLOG));
            accept(target);
            BenchedProgram program = start.apply(checker);
            Await.until("all real servers", PATIENCE, () -> servers() == count);
            // The first checks are spread over one delay loop, and what is new to a program is over with the second.
            pass(2 * delaySeconds + 5);
            String process = program.checker();
            long before = ticks(process);
            pass(measuredSeconds);
            double used = (double) (ticks(process) - before) / TICKS_A_SECOND;
            String resident = checker.exec("sh", "-c", "grep VmRSS /proc/" + process + "/status")
                    .replaceAll("[^0-9]", "");
            long closed = System.nanoTime();
            target.close();
            Await.until("no real server", PATIENCE, () -> servers() == 0);
            // One delay loop until the first failure of the last, and a second until the one retry.
            long fall = TimeUnit.SECONDS.toNanos(delaySeconds + 1L);
            System.out.printf(
                    "| %s | %,d at %d s | %.0f | %d | %.0f |%n",
                    program.name(),
                    count,
                    delaySeconds,
                    used * 1e6 / ((double) count * measuredSeconds / delaySeconds),
                    Long.parseLong(resident) / 1024,
                    (System.nanoTime() - closed - fall) / 1e6);
            program.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServerSocket target) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    target.accept().close();
                }
            } catch (IOException closed) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static void pass(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /** Real servers in the kernel's table, or -1 while there is no service. */
    private long servers() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + checker.pid() + "/net/ip_vs"))) {
            long[] seen = {0, 0};
            lines.forEach(line -> seen[line.startsWith("TCP") ? 0 : line.startsWith("  -> 0A") ? 1 : 0]++);
            return seen[0] == 0 ? -1 : seen[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In user and kernel mode, of all its threads. */
    private long ticks(String process) {
        String stat = checker.exec("cat", "/proc/" + process + "/stat");
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(words[USER_TICKS]) + Long.parseLong(words[USER_TICKS + 1]);
    }

    private String configuration() {
        StringBuilder text = new StringBuilder();
        for (int number = 0; number < count; number++) {
            if (number % PER_SERVICE == 0) {
                text.append(number == 0 ? "" : "}\n");
                text.append("virtual_server 192.168.99.1 ").append(1 + number / PER_SERVICE);
                text.append(" {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\ndelay_loop ")
                        .append(delaySeconds);
                text.append("\nretry 1\ndelay_before_retry 1\n");
            }
            text.append("real_server 10.99.").append(number / 250).append('.').append(1 + number % 250);
            text.append(" 80 {\nTCP_CHECK {\nconnect_timeout 3\n}\n}\n");
        }
        return text.append("}\n").toString();
    }
}
