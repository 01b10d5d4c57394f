package org.lvsdirector.control.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.ProcessControl;

/** Real scripts. */
@Timeout(60)
class ScriptLauncherTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder = Path.of("");

    private final ScriptLauncher launcher = new ScriptLauncher(ScriptLauncherTest::signal);

    @AfterEach
    void close() {
        launcher.close();
    }

    @Test
    void theExitStatusIsTheOutcome() {
        assertEquals(new ScriptOutcome.Exited(0), run("true"));
        assertEquals(new ScriptOutcome.Exited(3), run("sh", "-c", "exit 3"));
        assertTrue(run("true").succeeded());
        assertFalse(run("false").succeeded());
    }

    @Test
    void aProgramThatIsNotThereFails() {
        assertEquals(new ScriptOutcome.Exited(127), run("/no/such/program"));
    }

    @Test
    void aSignalIsHundredAndTwentyEightAndItsNumber() {
        assertEquals(new ScriptOutcome.Exited(128 + 9), run("sh", "-c", "kill -9 $$"));
    }

    @Test
    void argumentsArriveAsTheyAre() throws IOException {
        Path out = folder.resolve("out");
        run("sh", "-c", "printf '%s|' \"$@\" > " + out, "sh", "one", "two words", "$HOME", "");
        assertEquals("one|two words|$HOME||", Files.readString(out));
    }

    @Test
    void aScriptLeadsAProcessGroupOfItsOwn() throws IOException {
        Path out = folder.resolve("out");
        run("sh", "-c", "echo $$ > " + out + "; ps -o pgid= -p $$ >> " + out);
        List<String> lines = Files.readAllLines(out);
        assertEquals(lines.get(0), lines.get(1).strip());
    }

    @Test
    void theEnvironmentIsCleanButHasAPath() throws IOException {
        Path out = folder.resolve("out");
        run("sh", "-c", "env > " + out);
        List<String> names = Files.readAllLines(out).stream()
                .map(line -> line.replaceFirst("=.*", ""))
                .toList();
        assertTrue(names.contains("PATH"), names.toString());
        assertFalse(names.stream().anyMatch(name -> name.startsWith("LD_") || name.equals("IFS")), names.toString());
    }

    @Test
    void aScriptOutOfTimeIsEndedWithAllThatItStarted() throws IOException {
        Path out = folder.resolve("child");
        ScriptOutcome outcome = launcher.start(new ScriptRun(
                        List.of("sh", "-c", "sleep 1000 & echo $! > " + out + "; wait"),
                        ScriptAccount.ROOT,
                        SECOND / 2))
                .join();
        assertEquals(new ScriptOutcome.TimedOut(), outcome);
        long child = Long.parseLong(Files.readString(out).strip());
        ProcessHandle.of(child).ifPresent(process -> process.onExit().join());
    }

    @Test
    void whoIgnoresTheTermIsKilledTwoSecondsLater() {
        long began = System.nanoTime();
        ScriptOutcome outcome = launcher.start(new ScriptRun(
                        List.of("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done"),
                        ScriptAccount.ROOT,
                        SECOND / 2))
                .join();
        assertEquals(new ScriptOutcome.TimedOut(), outcome);
        assertTrue(System.nanoTime() - began >= 2 * SECOND);
    }

    @Test
    void afterTheEndNothingStarts() {
        launcher.close();
        assertEquals(new ScriptOutcome.NotStarted("the director is stopping"), run("true"));
    }

    @Test
    void scriptsOfOneKeyRunInOrderAndOthersBesideThem() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        CountDownLatch ended = new CountDownLatch(5);
        List<ScriptOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        OrderedScripts ordered = new OrderedScripts(launcher, 30 * SECOND, (run, outcome) -> {
            outcomes.add(outcome);
            ended.countDown();
        });
        Path gate = folder.resolve("gate");
        ordered.submit("A", shell("until [ -e " + gate + " ]; do sleep 0.01; done; echo first >> " + out));
        for (String word : List.of("second", "third", "fourth")) {
            ordered.submit("A", shell("echo " + word + " >> " + out));
        }
        // Were B to wait for A, the gate would never open.
        ordered.submit("B", shell("touch " + gate));
        assertTrue(ended.await(30, TimeUnit.SECONDS));
        assertEquals(List.of("first", "second", "third", "fourth"), Files.readAllLines(out));
        assertTrue(outcomes.stream().allMatch(ScriptOutcome::succeeded));
    }

    @Test
    void aScriptThatTakesTooLongHoldsNobodyBackForEver() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        OrderedScripts ordered = new OrderedScripts(launcher, SECOND / 5, (run, outcome) -> ended.countDown());
        ordered.submit("A", shell("sleep 1000"));
        ordered.submit("A", shell("true"));
        assertTrue(ended.await(30, TimeUnit.SECONDS));
    }

    private static ScriptRun shell(String line) {
        return new ScriptRun(List.of("sh", "-c", line), ScriptAccount.ROOT, 0);
    }

    private ScriptOutcome run(String... command) {
        return launcher.start(new ScriptRun(List.of(command), ScriptAccount.ROOT, 30 * SECOND))
                .join();
    }

    private static void signal(long leader, int signal) {
        try {
            ProcessControl.killGroup(leader, signal);
        } catch (LinuxException gone) {
            assertEquals("ESRCH", gone.errno().name());
        }
    }
}
