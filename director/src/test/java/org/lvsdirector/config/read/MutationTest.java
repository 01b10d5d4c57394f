package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lvsdirector.config.ConfigurationReport;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.syntax.InMemorySources;
import org.lvsdirector.config.syntax.Problem;

/** Broken files of every kind: never an exception, never a hang, each problem at a place that exists. */
class MutationTest {
    private static final boolean FULL = Boolean.getBoolean("lvsdirector.full");
    private static final int MUTANTS = Integer.getInteger("lvsdirector.seeds", FULL ? 50_000 : 1_500);
    private static final String SPICE = "{}\"'\\#!$@~\n\r\t /-:.,0x\u0001é漢😀";

    @Test
    void mutantsOfTheExamples() throws IOException {
        List<String> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../docs/examples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".conf"))
                    .sorted()
                    .toList()) {
                seeds.add(Files.readString(file));
            }
        }
        assertTimeoutPreemptively(Duration.ofMinutes(FULL ? 20 : 2), () -> {
            for (int seed = 0; seed < MUTANTS; seed++) {
                Random random = new Random(seed);
                check(
                        seed,
                        mutate(seeds.get(random.nextInt(seeds.size())), random).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    @Test
    void randomBytes() {
        for (int seed = 0; seed < MUTANTS / 10; seed++) {
            byte[] bytes = new byte[new Random(seed).nextInt(2_000)];
            new Random(seed).nextBytes(bytes);
            check(seed, bytes);
        }
    }

    /** One bad character in a megabyte must not cost a look at the whole megabyte for each word. */
    @Test
    void longLinesAndDeepNesting() {
        List<String> monsters = List.of(
                "x".repeat(1 << 20),
                "a ".repeat(1 << 19),
                "漢 ".repeat(1 << 19) + "😀",
                "{".repeat(1 << 20),
                "a {\n".repeat(1 << 18) + "}\n".repeat(1 << 18),
                "}".repeat(1 << 20),
                "\\\n".repeat(1 << 18) + "a",
                "\"".repeat(1 << 20),
                "global_defs {\n" + "router_id a\nscript_user b\n".repeat(1 << 16) + "}\n",
                "vrrp_instance A {\ninterface e\nauthentication {\nauth_pass " + "p".repeat(1 << 20) + "\n}\n}\n",
                "include {a,b}" + "{c,d}".repeat(200));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> monsters.forEach(text -> check(0, text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String mutate(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(mutant.length());
            int to = Math.min(mutant.length(), at + 1 + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> mutant.delete(at, to);
                case 1 -> mutant.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 2 -> mutant.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 3 -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, to));
                default -> mutant.insert(at, random.nextLong());
            }
            mutant.append('\n');
        }
        return mutant.toString();
    }

    private void check(int seed, byte[] bytes) {
        InMemorySources sources = new InMemorySources().with("x.conf", bytes);
        ConfigurationResult result = new ConfigurationReader(sources).read(Path.of("x.conf"));
        assertEquals(result.accepted(), result.problems().stream().noneMatch(Problem::isError), () -> "seed " + seed);
        for (Problem problem : result.problems()) {
            assertTrue(
                    problem.place().line() >= 1 && problem.place().column() >= 1,
                    () -> "seed " + seed + ": " + problem);
        }
        String report = new ConfigurationReport(sources).text(result);
        assertEquals(result.problems().isEmpty(), report.isEmpty(), () -> "seed " + seed);
    }
}
