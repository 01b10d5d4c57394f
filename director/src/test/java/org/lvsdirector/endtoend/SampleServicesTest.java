package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.Running;

/**
 * Each of keepalived's sample configurations with virtual servers makes the same table under both programs, on machines whose network answers
 * nothing. The director goes from one to the next by reload; with {@code --full} it starts with each, reloads it and stops.
 */
@Tag("lab")
class SampleServicesTest {
    private static final Path SAMPLES = Path.of("/usr/share/doc/keepalived/samples");
    /** Not accepted here for a word that keepalived does not know either: a synchronisation group without a block. */
    private static final String REFUSED = "keepalived.conf.vrrp.lvs_syncd";

    private static final boolean FULL = Boolean.getBoolean("lvsdirector.full");
    private static final long QUIET = TimeUnit.SECONDS.toNanos(1);

    @RegisterExtension
    final Network network = Network.perTest();

    private final Host theirs = network.host("theirs");
    private final Host ours = network.host("ours");

    @BeforeEach
    void silence() {
        for (Host host : List.of(theirs, ours)) {
            host.privateFolder("/usr/local/bin");
            host.write("/usr/local/bin/script.sh", "#!/bin/sh\nexec sleep 1000\n");
            // keepalived asks for its own name, and a resolver that nobody answers takes ten seconds.
            host.exec("mount", "--bind", "/dev/null", "/etc/resolv.conf");
            host.exec(
                    "sh",
                    "-ec",
                    "chmod 755 /usr/local/bin/script.sh; for i in eth0 eth1; do ip link add $i type dummy; ip link set $i up; done;"
                            + " ip address add 198.18.0.1/24 dev eth0; ip route add default dev eth0;"
                            + " ip address add 2001:db8::1/64 dev eth0 nodad; ip -6 route add default dev eth0");
        }
    }

    @Test
    void theSameTables() throws IOException {
        List<Path> samples = samples();
        assertFalse(samples.isEmpty());
        RunningDirector director = null;
        for (Path sample : samples) {
            Map<String, Set<String>> wanted = keepalivedsTable(sample);
            ours.write(Keepalived.CONFIGURATION, Files.readString(sample));
            FullestTable table = new FullestTable(ours);
            if (director == null) {
                director = RunningDirector.start(ours, Keepalived.CONFIGURATION, "-C");
            } else {
                director.process().signal("HUP");
            }
            awaitTable(sample, table, wanted);
            if (FULL) {
                director.command("reload").orFail();
                assertEquals(wanted.keySet(), table.now().keySet(), sample.toString());
                director.stop();
                assertEquals(Map.of(), table.now());
                director = null;
            } else {
                between(director);
            }
        }
        if (director != null) {
            director.stop();
            assertEquals(Map.of(), new FullestTable(ours).now());
        }
    }

    private void awaitTable(Path sample, FullestTable table, Map<String, Set<String>> wanted) {
        Await.value("the table of " + sample + ", " + wanted, RunningDirector.PATIENCE, table::look, wanted::equals);
    }

    /** Samples share services and real servers, and a reload keeps a dead one dead: so all go before the next one comes. */
    private void between(RunningDirector director) {
        ours.write(Keepalived.CONFIGURATION, """
                virtual_server 192.0.2.1 1 {
                    lb_algo rr
                    lb_kind NAT
                    protocol TCP
                    real_server 192.0.2.2 1 {
                    }
                }
                """);
        director.process().signal("HUP");
        Await.until(
                "nothing but the service between",
                RunningDirector.PATIENCE,
                () -> new FullestTable(ours).now().keySet().equals(Set.of("TCP C0000201:0001 rr")));
    }

    private Map<String, Set<String>> keepalivedsTable(Path sample) {
        FullestTable table = new FullestTable(theirs);
        Running keepalived = theirs.start(
                "keepalived", "-n", "-l", "-C", "-f", sample.toString(), "-p", "/run/k.pid", "-c", "/run/kc.pid");
        Await.until("a table of " + sample, RunningDirector.PATIENCE, () -> !table.look()
                .isEmpty());
        Await.value("its end", RunningDirector.PATIENCE, new Quiet(table)::lasted, lasted -> lasted >= QUIET);
        Map<String, Set<String>> fullest = table.look();
        keepalived.signal("TERM");
        keepalived.awaitExit(RunningDirector.PATIENCE);
        assertFalse(fullest.isEmpty());
        return fullest;
    }

    /** How long a table has not changed. */
    private static final class Quiet {
        private final FullestTable table;
        private Map<String, Set<String>> before = Map.of();
        private long since = System.nanoTime();

        Quiet(FullestTable table) {
            this.table = table;
        }

        long lasted() {
            Map<String, Set<String>> now = table.look();
            if (!now.equals(before)) {
                before = now;
                since = System.nanoTime();
            }
            return System.nanoTime() - since;
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(SampleServicesTest::hasServices).sorted().toList();
        }
    }

    private static boolean hasServices(Path file) {
        try {
            return file.toString().contains(".conf")
                    && !file.endsWith(REFUSED)
                    && Files.readString(file).contains("\nvirtual_server ");
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
