package org.lvsdirector.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;

/**
 * How long after the configured time a dead real server leaves the kernel's table, under keepalived and under the director: each of many real servers dies just after it
 * was asked, so it is due to be found dead one delay loop and one retry later. Argument: real servers. Run in the lab by {@code scripts/bench/checks --beside}.
 */
final class RemovalDelay {
    private static final long DETECTION = TimeUnit.SECONDS.toNanos(3);
    private static final long LOOK = TimeUnit.MICROSECONDS.toNanos(500);

    private final int count;
    private final Host checker;
    private final Host farm;

    private RemovalDelay(int count, Network network) {
        this.count = count;
        Lan lan = network.lan("lan");
        checker = network.host("checker").plug(lan, "eth0", "10.90.1.1/24");
        farm = network.host("farm").plug(lan, "eth0", "10.90.1.2/24");
        StringBuilder text = new StringBuilder(
                "virtual_server 192.168.99.1 80 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\ndelay_loop 2\nretry 1\ndelay_before_retry 1\n");
        for (int number = 0; number < count; number++) {
            text.append("real_server 10.90.1.2 ").append(port(number)).append(" {\nTCP_CHECK {\n}\n}\n");
        }
        checker.write(Keepalived.CONFIGURATION, text.append("}\n").toString());
    }

    public static void main(String[] arguments) {
        try (Network network = Network.perClass()) {
            RemovalDelay bench = new RemovalDelay(Integer.parseInt(arguments[0]), network);
            System.out.println(
                    "| program | real servers | removed after the configured time, ms: median | 90 % | most |");
            System.out.println("|---|---|---|---|---|");
            for (Function<Host, BenchedProgram> program :
                    List.<Function<Host, BenchedProgram>>of(BenchedProgram::keepalived, BenchedProgram::director)) {
                bench.measure(program);
            }
        }
    }

    private static int port(int number) {
        return 1_001 + number;
    }

    private void measure(Function<Host, BenchedProgram> start) {
        long[] died = new long[count];
        List<ServerSocket> targets = new ArrayList<>();
        try {
            for (int number = 0; number < count; number++) {
                int port = port(number);
                targets.add(
                        NetworkThread.call(farm, () -> new ServerSocket(port, 50, InetAddress.getByName("10.90.1.2"))));
            }
            BenchedProgram program = start.apply(checker);
            Await.until("all real servers", Duration.ofMinutes(3), () -> table().size() == count);
            for (int number = 0; number < count; number++) {
                dieAfterBeingAsked(targets.get(number), died, number);
            }
            report(program.name(), removals(died));
            program.stop();
        } finally {
            targets.forEach(RemovalDelay::close);
        }
    }

    /** It answers three times, so that the last answer is one of the steady rhythm. */
    private static void dieAfterBeingAsked(ServerSocket target, long[] died, int number) {
        Thread thread = new Thread(() -> {
            try {
                for (int asked = 0; asked < 3; asked++) {
                    target.accept().close();
                }
                synchronized (died) {
                    died[number] = System.nanoTime();
                }
                target.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** How long after its time each has left, in nanoseconds. */
    private long[] removals(long[] died) {
        long[] late = new long[count];
        boolean[] gone = new boolean[count];
        for (int left = count; left > 0; ) {
            List<Integer> present = table();
            long now = System.nanoTime();
            for (int number = 0; number < count; number++) {
                if (!gone[number] && !present.contains(port(number))) {
                    gone[number] = true;
                    left--;
                    synchronized (died) {
                        late[number] = now - died[number] - DETECTION;
                    }
                }
            }
            LockSupport.parkNanos(LOOK);
        }
        return late;
    }

    private void report(String name, long[] late) {
        Arrays.sort(late);
        System.out.printf(
                "| %s | %d | %.1f | %.1f | %.1f |%n",
                name, count, late[count / 2] / 1e6, late[count * 9 / 10] / 1e6, late[count - 1] / 1e6);
    }

    /** The ports in the kernel's table. */
    private List<Integer> table() {
        try {
            return Files.readAllLines(Path.of("/proc/" + checker.pid() + "/net/ip_vs")).stream()
                    .filter(line -> line.startsWith("  -> 0A5A0102:"))
                    .map(line -> Integer.parseInt(line.substring(14, 18), 16))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket target) {
        try {
            target.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
