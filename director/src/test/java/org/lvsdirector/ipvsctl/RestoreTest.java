package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lvsdirector.ipvs.InMemoryIpvs;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.testing.Result;

class RestoreTest {
    private static final List<String> RESTORE = List.of("-R");

    @Test
    void linesMayNameTheProgramAndBeBlankOrComments() {
        Console console = Console.inMemory(Personality.IPVSCTL);
        Result result = console.run(RESTORE, """
                # a comment

                ipvsadm -A -t 5.5.5.5:80 -s rr
                \t ipvsctl  -a -t 5.5.5.5:80\t-r 10.0.0.1\s\s
                -a -t 5.5.5.5:80 -r 10.0.0.2
                """);
        result.orFail();
        assertEquals("""
                -A -t 5.5.5.5:80 -s rr
                -a -t 5.5.5.5:80 -r 10.0.0.1:80 -g -w 1
                -a -t 5.5.5.5:80 -r 10.0.0.2:80 -g -w 1
                """, console.run("-S -n").output());
    }

    @Test
    void aMistakeLeavesTheTableAsItWasAndAllAreNamed() {
        Console console = Console.inMemory(Personality.IPVSCTL);
        Result result = console.run(RESTORE, "-A -t 5.5.5.5:80\n-A -t 5.5.5.5\n-a -t 5.5.5.5:80 -r 10.0.0.1 -w x\n");
        assertEquals("""
                line 2: Zero port specified for non-persistent service
                line 3: illegal weight specified
                """, result.errors());
        assertEquals(2, result.exitCode());
        assertEquals("", console.run("-S -n").output());
    }

    @Test
    void ipvsadmStopsAtAMistakeWithTheLinesBeforeItDone() {
        Console console = Console.inMemory(Personality.IPVSADM);
        Result result = console.run(RESTORE, "-A -t 5.5.5.5:80\n-A -t 5.5.5.5\n-A -t 5.5.5.6:80\n");
        assertEquals("Zero port specified for non-persistent service\n", result.errors());
        assertEquals(2, result.exitCode());
        assertEquals("-A -t 5.5.5.5:80 -s wlc\n", console.run("-S -n").output());
    }

    @Test
    void refusalsOfTheKernelNameTheirLinesAndDoNotStopIt() {
        Console console = Console.inMemory(Personality.IPVSCTL);
        Result result =
                console.run(RESTORE, "-A -t 5.5.5.5:80\n-A -t 5.5.5.5:80\n-a -t 5.5.5.9:80 -r 10.0.0.1\n-A -f 3\n");
        assertEquals("line 2: Service already exists\nline 3: Service not defined\n", result.errors());
        assertEquals(255, result.exitCode());
        assertEquals(
                "-A -t 5.5.5.5:80 -s wlc\n-A -f 3 -s wlc\n",
                console.run("-S -n").output());
    }

    @Test
    void restoreWithinRestoreIsAMistake() {
        Result ours = Console.inMemory(Personality.IPVSCTL).run(RESTORE, "-A -f 1\n-R\n");
        assertEquals("line 2: -R cannot be part of what -R reads\n", ours.errors());
        assertEquals(2, ours.exitCode());
        Console ipvsadm = Console.inMemory(Personality.IPVSADM);
        Result theirs = ipvsadm.run(RESTORE, "-A -f 1\n-R\n-A -f 2\n");
        assertEquals("Try `ipvsadm -h' or 'ipvsadm --help' for more information.\n", theirs.errors());
        assertEquals(255, theirs.exitCode());
        assertEquals("-A -f 1 -s wlc\n", ipvsadm.run("-S -n").output());
    }

    @Test
    void theVersionEndsIpvsadmsRestore() {
        Console console = Console.inMemory(Personality.IPVSADM);
        assertEquals(0, console.run(RESTORE, "-A -f 1\n-v\n-Q\n").exitCode());
        assertEquals("-A -f 1 -s wlc\n", console.run("-S -n").output());
    }

    @Test
    void ipvsadmEndsWithTheLastLinesResult() {
        assertEquals(
                0,
                Console.inMemory(Personality.IPVSADM)
                        .run(RESTORE, "-D -f 1\n-A -f 1\n")
                        .exitCode());
        assertEquals(
                255,
                Console.inMemory(Personality.IPVSADM)
                        .run(RESTORE, "-A -f 1\n-D -f 2\n")
                        .exitCode());
    }

    @Test
    void otherCommandsWaitForTheChangesBeforeThem() {
        Console console = Console.inMemory(Personality.IPVSCTL);
        Result result =
                console.run(RESTORE, "-A -f 1\n-S -n\n-C\n-A -f 2\n-S -n\n").orFail();
        assertEquals("-A -f 1 -s wlc\n-A -f 2 -s wlc\n", result.output());
    }

    @Test
    void manyLinesGoInSeveralBatches() {
        String lines = IntStream.range(0, 5_000)
                .mapToObj(i -> "-a -f 1 -r 10.0." + i / 200 + "." + (i % 200 + 1) + ":80 -g -w " + i % 7)
                .collect(Collectors.joining("\n", "-A -f 1 -s wrr\n", "\n"));
        Console console = Console.inMemory(Personality.IPVSCTL);
        console.run(RESTORE, lines).orFail();
        assertEquals(lines, console.run("-S -n").output());
    }

    @Test
    void timeoutsAndDaemonsAreSavedUnderOurNameAlone() {
        String state = "--set 901 121 301\n--start-daemon backup --mcast-interface d0 --syncid 3 --sync-maxlen 1472"
                + " --mcast-group 224.0.0.81 --mcast-port 8848 --mcast-ttl 1\n";
        Ipvs table = new InMemoryIpvs();
        Console console = new Console(Personality.IPVSCTL, () -> table);
        console.run(RESTORE, state).orFail();
        assertEquals(state, console.run("-S -n").output());
        console.run(RESTORE, state).orFail(); // the daemon runs already, just so
        Result other = console.run(RESTORE, "--start-daemon backup --mcast-interface d0 --syncid 4\n");
        assertEquals("line 1: Daemon has already run\n", other.errors());
        assertEquals(255, other.exitCode());
        assertEquals(
                "", new Console(Personality.IPVSADM, () -> table).run("-S -n").output());
    }

    @Test
    void savedThresholdsComeBackUnderOurNameAlone() {
        Console console = Console.inMemory(Personality.IPVSCTL);
        console.runAll("-A -f 1\n-a -f 1 -r 10.0.0.1 -x 20 -y 10");
        String saved = console.run("-S -n").output();
        assertTrue(saved.endsWith("-a -f 1 -r 10.0.0.1:0 -g -w 1 -x 20 -y 10\n"), saved);
        Console other = Console.inMemory(Personality.IPVSCTL);
        other.run(RESTORE, saved).orFail();
        assertEquals(saved, other.run("-S -n").output());
    }
}
