package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.ipvs.KernelIpvs;
import org.lvsdirector.testing.Commands;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Network;
import org.lvsdirector.testing.NetworkThread;
import org.lvsdirector.testing.Result;

/** The real ipvsadm and ours, side by side on one kernel's table. */
@Tag("lab")
class IpvsadmLabTest {
    private static final boolean FULL = Boolean.getBoolean("lvsdirector.full");
    private static final int TABLES = Integer.getInteger("lvsdirector.seeds", FULL ? 100 : 4);
    private static final int MISTAKES = FULL ? Integer.MAX_VALUE : 25;

    private static final List<String> VIEWS = List.of(
            "-Ln",
            "-Ln --stats",
            "-Ln --stats --exact",
            "-Ln --rate",
            "-Ln --thresholds",
            "-Ln --persistent-conn",
            "-Ln --tun-info",
            "-Ln --nosort",
            "-S -n");

    private static final Network NETWORK = Network.perClass();
    private static final Host HOST = NETWORK.host("director");

    @BeforeAll
    static void giveRoutes() {
        HOST.run("ip", "link", "add", "d0", "up", "type", "dummy").orFail();
    }

    @AfterAll
    static void removeHost() {
        NETWORK.close();
    }

    @BeforeEach
    void clear() {
        ours(Personality.IPVSCTL).run("-C").orFail();
    }

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothListIpvsadmsTableAlike(long seed) {
        ipvsadm("-R", RandomTable.anywhere(seed)).orFail();
        assertListedAlike(Personality.IPVSADM);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothListOurTableAlike(long seed) {
        List<String> lines = RandomTable.anywhere(seed);
        ours(Personality.IPVSCTL).run(List.of("-R"), text(lines)).orFail();
        String listed = ipvsadm("-S -n", List.of()).orFail().output();
        assertListedAlike(Personality.IPVSADM);
        clear();
        ipvsadm("-R", lines).orFail();
        assertEquals(ipvsadm("-S -n", List.of()).output(), listed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ourOwnNameSortsAsIpvsadmWhereThatIsRight(long seed) {
        ipvsadm("-R", RandomTable.inOneHalf(seed)).orFail();
        for (String view : VIEWS.subList(0, VIEWS.size() - 1)) {
            assertAlike(Personality.IPVSCTL, view);
        }
    }

    @Test
    void bothListTimeoutsAndDaemonsAlike() {
        ours(Personality.IPVSCTL)
                .runAll("--set 901 121 301\n--start-daemon master --mcast-interface d0 --syncid 3 --mcast-ttl 5"
                        + " --mcast-port 99 --sync-maxlen 1000 --mcast-group 224.0.0.99\n"
                        + "--start-daemon backup --mcast-interface d0");
        assertAlike(Personality.IPVSADM, "-L --timeout");
        assertAlike(Personality.IPVSADM, "-L --daemon");
        assertAlike(Personality.IPVSADM, "-L -c");
        assertAlike(Personality.IPVSADM, "-L -c -n --persistent-conn");
        ours(Personality.IPVSCTL).runAll("--stop-daemon master\n--stop-daemon backup");
        assertAlike(Personality.IPVSADM, "-L --daemon");
    }

    @Test
    void bothAnswerMistakesAlike() {
        List<Mistake> mistakes = new ArrayList<>(Mistake.all());
        Collections.shuffle(mistakes, new Random(1));
        for (Mistake mistake : mistakes.subList(0, Math.min(MISTAKES, mistakes.size()))) {
            assertAlike(Personality.IPVSADM, mistake.line());
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bothAnswerTheKernelsRefusalsAlike(String line) {
        ours(Personality.IPVSCTL).runAll("-A -t 1.1.1.1:80\n-a -t 1.1.1.1:80 -r 10.0.0.1");
        assertAlike(Personality.IPVSADM, line);
    }

    static List<String> refusals() {
        return List.of(
                "-A -t 1.1.1.1:80",
                "-A -t 1.1.1.2:80 -s nosuch",
                "-A -t 1.1.1.2:80 -p --pe nosuch",
                "-E -t 1.1.1.2:80",
                "-E -t 1.1.1.1:80 -s nosuch",
                "-D -t 1.1.1.2:80",
                "-Z -t 1.1.1.2:80",
                "-L -t 1.1.1.2:80 -n",
                "-L -f 7",
                "-a -t 1.1.1.1:80 -r 10.0.0.1",
                "-a -t 1.1.1.2:80 -r 10.0.0.1",
                "-a -t 1.1.1.1:80 -r 224.0.0.1",
                "-a -t 1.1.1.1:80 -r 10.0.0.2 -x 1 -y 2",
                "-e -t 1.1.1.1:80 -r 10.0.0.2",
                "-e -t 1.1.1.2:80 -r 10.0.0.2",
                "-d -t 1.1.1.1:80 -r 10.0.0.2",
                "-d -t 1.1.1.2:80 -r 10.0.0.2",
                "--start-daemon master --mcast-interface nosuch0",
                "--stop-daemon master");
    }

    private void assertListedAlike(Personality personality) {
        for (String view : VIEWS) {
            assertAlike(personality, view);
        }
    }

    private void assertAlike(Personality personality, String line) {
        Result theirs = ipvsadm(line, List.of());
        Result ours = ours(personality).run(line);
        assertEquals(theirs.output(), ours.output(), line);
        assertEquals(theirs.errors(), ours.errors(), line);
        assertEquals(theirs.exitCode(), ours.exitCode(), line);
    }

    private Console ours(Personality personality) {
        return new Console(personality, () -> NetworkThread.call(HOST, KernelIpvs::open))
                .withConnections(HOST.file("/proc/1/net/ip_vs_conn"));
    }

    private static Result ipvsadm(String line, List<String> input) {
        List<String> command = new ArrayList<>(List.of("ipvsadm"));
        command.addAll(Console.words(line));
        return NetworkThread.call(HOST, () -> Commands.run(command, text(input)));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
