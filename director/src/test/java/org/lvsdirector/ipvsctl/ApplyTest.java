package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.testing.Result;

/** {@code diff} and {@code apply}: a saved table against the present one. */
class ApplyTest {
    private static final List<String> DIFF = List.of("diff", "-");
    private static final List<String> PLAN = List.of("apply", "-", "--dry-run");
    private static final List<String> APPLY = List.of("apply", "-");

    private static final String PRESENT = """
            -A -t 1.1.1.1:80 -s wrr
            -a -t 1.1.1.1:80 -r 10.0.0.1:80 -g -w 1
            -a -t 1.1.1.1:80 -r 10.0.0.2:80 -g -w 1
            -A -u 1.1.1.1:53 -s rr
            -a -u 1.1.1.1:53 -r 10.0.0.3:53 -g -w 1
            -A -f 7 -s wlc
            """;
    private static final String WANTED = """
            # what it should be
            -C
            ipvsadm -A -t 1.1.1.1:80 -s wrr -p 60
            -a -t 1.1.1.1:80 -r 10.0.0.1:80 -g -w 5 -x 9 -y 3
            -a -t 1.1.1.1:80 -r 10.0.0.9:80 -g -w 1
            -A -f 7
            -A -t [fd00::1]:80 -s rr
            -a -t [fd00::1]:80 -r [fd00::2]:80 -m
            --set 901 0 300
            --start-daemon master --mcast-interface d0 --syncid 4
            """;

    private final InMemoryIpvs ipvs = new InMemoryIpvs();
    private final Console console = new Console(Personality.IPVSCTL, () -> ipvs);

    @Test
    void diffTellsBothSides() {
        console.run(List.of("-R"), PRESENT).orFail();
        Result result = console.run(DIFF, WANTED);
        assertEquals("""
                + -A -t [fd00::1]:80 -s rr
                + -a -t 1.1.1.1:80 -r 10.0.0.9:80 -g -w 1
                + -a -t [fd00::1]:80 -r [fd00::2]:80 -m -w 1
                - -A -t 1.1.1.1:80 -s wrr
                + -A -t 1.1.1.1:80 -s wrr -p 60
                - -a -t 1.1.1.1:80 -r 10.0.0.1:80 -g -w 1
                + -a -t 1.1.1.1:80 -r 10.0.0.1:80 -g -w 5 -x 9 -y 3
                - -a -t 1.1.1.1:80 -r 10.0.0.2:80 -g -w 1
                - -A -u 1.1.1.1:53 -s rr
                - -a -u 1.1.1.1:53 -r 10.0.0.3:53 -g -w 1
                - --set 900 120 300
                + --set 901 0 300
                + --start-daemon master --mcast-interface d0 --syncid 4
                """, result.output());
        assertEquals("", result.errors());
        assertEquals(1, result.exitCode());
    }

    @Test
    void jsonHasTheSame() throws IOException {
        console.run(List.of("-R"), PRESENT).orFail();
        JsonNode differences = new ObjectMapper()
                .readTree(console.run(List.of("diff", "--json", "-"), WANTED).output())
                .path("differences");
        assertEquals(
                "{\"file\":\"-A -t [fd00::1]:80 -s rr\"}", differences.get(0).toString());
        assertEquals(
                "{\"table\":\"-A -t 1.1.1.1:80 -s wrr\",\"file\":\"-A -t 1.1.1.1:80 -s wrr -p 60\"}",
                differences.get(3).toString());
    }

    @Test
    void thePlanIsWhatRestoreWouldCarryOut() {
        console.run(List.of("-R"), PRESENT).orFail();
        String plan = console.run(PLAN, WANTED).orFail().output();
        assertEquals("""
                -A -t [fd00::1]:80 -s rr
                -a -t 1.1.1.1:80 -r 10.0.0.9:80 -g -w 1
                -a -t [fd00::1]:80 -r [fd00::2]:80 -m -w 1
                -E -t 1.1.1.1:80 -s wrr -p 60
                -e -t 1.1.1.1:80 -r 10.0.0.1:80 -g -w 5 -x 9 -y 3
                -d -t 1.1.1.1:80 -r 10.0.0.2:80
                -D -u 1.1.1.1:53
                --set 901 0 300
                --start-daemon master --mcast-interface d0 --syncid 4
                """, plan);
        console.run(List.of("-R"), plan).orFail();
        assertEquals(0, console.run(DIFF, WANTED).exitCode());
    }

    @Test
    void applyMakesTheDifferenceAndNothingElse() {
        console.run(List.of("-R"), PRESENT).orFail();
        int before = ipvs.history().size();
        Result result = console.run(APPLY, WANTED).orFail();
        assertEquals("7 changes, 0 refused\n", result.output());
        List<IpvsChange> changes = ipvs.history().subList(before, ipvs.history().size());
        assertEquals(7, changes.size());
        Result after = console.run(DIFF, WANTED).orFail();
        assertEquals("", after.output());
        assertEquals(
                "0 changes, 0 refused\n", console.run(APPLY, WANTED).orFail().output());
    }

    @Test
    void aTableAppliedToItselfStays() {
        console.run(List.of("-R"), PRESENT + "--set 1 2 3\n--start-daemon backup --mcast-interface d0\n")
                .orFail();
        String saved = console.run("-S -n").output();
        assertEquals("", console.run(DIFF, saved).orFail().output());
        assertEquals("", console.run(PLAN, saved).orFail().output());
    }

    @Test
    void aDaemonThatRunsOtherwiseIsStartedAnew() {
        console.runAll("--start-daemon master --mcast-interface d0 --syncid 1");
        String wanted = "--start-daemon master --mcast-interface d0 --syncid 2\n";
        assertEquals(
                "--stop-daemon master --syncid 1\n" + wanted,
                console.run(PLAN, wanted).output());
        console.run(APPLY, wanted).orFail();
        assertEquals(0, console.run(DIFF, wanted).exitCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-A -f 1;-A -f 1                 | line 2: service FWM 1 is in line 1 already",
                "-a -f 1 -r 1.1.1.1              | line 1: service FWM 1 is not in a line before",
                "-A -f 1;-a -f 1 -r 1.1.1.1;-a -f 1 -r 1.1.1.1 | line 3: real server 1.1.1.1:0 of FWM 1 is in line 2 already",
                "-A -f 1;-D -f 1                 | line 2: only -A, -a, --set and --start-daemon describe a table",
                "-A -f 1;-C                      | line 2: only -A, -a, --set and --start-daemon describe a table",
                "-A -f 0                         | line 1: invalid fwmark value `0' specified",
            })
    void aMistakeInTheFileChangesNothing(String lines, String message) {
        console.runAll("-A -f 9");
        for (List<String> command : List.of(DIFF, PLAN, APPLY)) {
            Result result = console.run(command, lines.strip().replace(";", "\n"));
            assertEquals(message + "\n", result.errors());
            assertEquals(2, result.exitCode());
            assertEquals("", result.output());
        }
        assertEquals("-A -f 9 -s wlc\n", console.run("-S -n").output());
    }

    @Test
    void aRefusalNamesItsLineAndDoesNotStopTheOthers() {
        Result result =
                console.run(APPLY, "-A -f 1 -s nosuch\n-A -f 2\n-a -f 2 -r 10.0.0.1 -x 1 -y 2\n-a -f 2 -r 10.0.0.2\n");
        assertEquals("""
                line 1: cannot add service FWM 1: Scheduler or persistence engine not found
                line 3: cannot add real server 10.0.0.1:0 to FWM 2: Numerical result out of range
                """, result.errors());
        assertEquals("4 changes, 2 refused\n", result.output());
        assertEquals(255, result.exitCode());
        assertEquals(
                "-A -f 2 -s wlc\n-a -f 2 -r 10.0.0.2:0 -g -w 1\n",
                console.run("-S -n").output());
    }

    @Test
    void aTableThatCannotBeReadIsSaid() {
        ipvs.failNext(Errno.EPERM);
        Result result = console.run(DIFF, "-A -f 1\n");
        assertEquals("Permission denied (you must be root)\n", result.errors());
        assertEquals(1, result.exitCode());
    }

    @Test
    void filesAreRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("table"), "-A -f 1\n");
        console.run("apply " + file).orFail();
        assertEquals(0, console.run("diff " + file).exitCode());
        Result missing = console.run("diff " + directory.resolve("none"));
        assertEquals("cannot read " + directory.resolve("none") + ": no such file\n", missing.errors());
        assertEquals(2, missing.exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"diff", "apply", "apply --dry-run"})
    void aFileIsNeeded(String line) {
        Result result = console.run(line);
        assertEquals(
                "'" + line.split(" ", -1)[0] + "' needs a file with a saved table, or - for standard input\n",
                result.errors());
        assertEquals(2, result.exitCode());
    }
}
