package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real ipvsadm and ours, side by side on one kernel's table. */
@Tag("lab")
class IpvsadmLabTest {
    private static final boolean FULL = Boolean.getBoolean("lvsdirector.full");
    private static final int TABLES = Integer.getInteger("lvsdirector.seeds", FULL ? 500 : 4);
    private static final int MISTAKES = FULL ? Integer.MAX_VALUE : 25;

    private static final List<String> VIEWS = List.of(
            "-Ln",
            "-Ln --stats",
            "-Ln --stats --exact",
            "-Ln --rate",
            "-Ln --rate -X",
            "-Ln --thresholds",
            "-Ln --persistent-conn",
            "-Ln --tun-info",
            "-Ln --nosort",
            "-Ln --sort",
            "-Ln --stats --nosort",
            "-S -n");

    @RegisterExtension
    static final RoutedHost HOST = new RoutedHost();

    private static final BothPrograms BOTH = new BothPrograms(HOST.host());

    @BeforeEach
    void clear() {
        BOTH.clear();
    }

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothListIpvsadmsTableAlike(long seed) {
        BOTH.ipvsadm("-R", RandomTable.anywhere(seed)).orFail();
        assertListedAlike(Personality.IPVSADM);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bothListOurTableAlike(long seed) {
        List<String> lines = RandomTable.anywhere(seed);
        BOTH.ours(Personality.IPVSCTL)
                .run(List.of("-R"), BothPrograms.text(lines))
                .orFail();
        String listed = BOTH.ipvsadm("-S -n", List.of()).orFail().output();
        assertListedAlike(Personality.IPVSADM);
        clear();
        BOTH.ipvsadm("-R", lines).orFail();
        assertEquals(BOTH.ipvsadm("-S -n", List.of()).output(), listed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ourOwnNameSortsAsIpvsadmWhereThatIsRight(long seed) {
        BOTH.ipvsadm("-R", RandomTable.inOneHalf(seed)).orFail();
        BOTH.assertAllAlike(Personality.IPVSCTL, VIEWS.subList(0, VIEWS.size() - 1));
    }

    @Test
    void bothListNamesAndOneServiceAlike() {
        BOTH.ours(Personality.IPVSCTL).runAll("""
                        -A -t 127.0.0.1:80 -s sh -b flag-3
                        -a -t 127.0.0.1:80 -r 127.0.0.1 -m
                        -a -t 127.0.0.1:80 -r 10.0.0.1:443 -m
                        -A -u 10.0.0.1:53 -s mh -b flag-3,mh-port
                        -A -t [::1]:21 -p 30 -M 64
                        -a -t [::1]:21 -r ::1
                        -A --sctp-service 10.0.0.1:2905
                        -A -f 80
                        -a -f 80 -r 127.0.0.1:80""");
        BOTH.assertAllAlike(
                Personality.IPVSADM,
                List.of(
                        "-L",
                        "-l --stats",
                        "-S",
                        "-L -t 127.0.0.1:80",
                        "-Ln -f 80",
                        "-L -t [::1]:ftp --rate -X",
                        "-L -u 10.0.0.1:domain --thresholds",
                        "--list --numeric",
                        "-ln --tun-info",
                        ""));
    }

    @Test
    void bothListTimeoutsAndDaemonsAlike() {
        BOTH.ours(Personality.IPVSCTL)
                .runAll("--set 901 121 301\n--start-daemon master --mcast-interface d0 --syncid 3 --mcast-ttl 5"
                        + " --mcast-port 99 --sync-maxlen 1000 --mcast-group 224.0.0.99\n"
                        + "--start-daemon backup --mcast-interface d0");
        BOTH.assertAlike(Personality.IPVSADM, "-L --timeout");
        BOTH.assertAlike(Personality.IPVSADM, "-L --daemon");
        BOTH.assertAlike(Personality.IPVSADM, "-L -c");
        BOTH.assertAlike(Personality.IPVSADM, "-L -c -n --persistent-conn");
        BOTH.ours(Personality.IPVSCTL).runAll("--stop-daemon master\n--stop-daemon backup");
        BOTH.assertAlike(Personality.IPVSADM, "-L --daemon");
    }

    @Test
    void bothAnswerMistakesAlike() {
        List<Mistake> mistakes = new ArrayList<>(Mistake.all());
        Collections.shuffle(mistakes, new Random(1));
        for (Mistake mistake : mistakes.subList(0, Math.min(MISTAKES, mistakes.size()))) {
            BOTH.assertAlike(Personality.IPVSADM, mistake.line());
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bothAnswerTheKernelsRefusalsAlike(String line) {
        BOTH.ours(Personality.IPVSCTL).runAll("-A -t 1.1.1.1:80\n-a -t 1.1.1.1:80 -r 10.0.0.1");
        BOTH.assertAlike(Personality.IPVSADM, line);
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

    private static void assertListedAlike(Personality personality) {
        BOTH.assertAllAlike(personality, VIEWS);
    }
}
