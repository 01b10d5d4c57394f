package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/** A long {@code -R} that is interrupted half way says how far it came, and {@code diff} tells the rest. */
@Tag("lab")
class InterruptedRestoreLabTest {
    /** So many that the kernel is busy with them for seconds. */
    private static final int SERVICES = 50_000;

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int INTERRUPTED = 130;
    private static final Pattern HOW_FAR = Pattern.compile("ipvsctl: interrupted after at least (\\d+) of " + SERVICES
            + " commands: 'ipvsctl diff FILE' tells what is missing");
    private static final String PROGRAM = Path.of(System.getProperty("lvsdirector.checkout", "."))
                    .toAbsolutePath()
                    .normalize()
            + "/director/target/dist/bin/ipvsctl";

    @RegisterExtension
    static final RoutedHost ROUTED = new RoutedHost();

    @Test
    void theRestIsWhatDiffTells(@TempDir Path folder) throws Exception {
        Path rules = folder.resolve("rules");
        Files.writeString(
                rules,
                IntStream.rangeClosed(1, SERVICES)
                        .mapToObj(port -> "-A -t 10.0.0.1:" + port + " -s rr\n")
                        .collect(Collectors.joining()));
        Console ours = new BothPrograms(ROUTED.host()).ours(Personality.IPVSCTL);
        try (Running restore = ROUTED.host().start("sh", "-c", "exec \"$0\" -R <\"$1\"", PROGRAM, rules.toString())) {
            Await.until(
                    "the first service",
                    LIMIT,
                    () -> ours.run("-Ln -t 10.0.0.1:1").exitCode() == 0);
            restore.signal("INT");
            assertEquals(INTERRUPTED, restore.awaitExit(LIMIT), restore::output);
            Matcher howFar = HOW_FAR.matcher(restore.output().strip());
            assertTrue(howFar.matches(), restore::output);

            long there = starting(ours.run("-Sn").orFail(), "-A");
            assertTrue(there >= Long.parseLong(howFar.group(1)) && there < SERVICES, there + " services");
            Result missing = ours.run(List.of("diff", rules.toString()), "");
            assertEquals(1, missing.exitCode());
            assertEquals(SERVICES - there, starting(missing, "+ -A"));
        }
    }

    private static long starting(Result printed, String words) {
        return printed.output().lines().filter(line -> line.startsWith(words)).count();
    }
}
