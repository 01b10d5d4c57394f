package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.testing.Result;

/** Wrong command lines get ipvsadm's recorded answers; the lab asks the real one. */
class MistakesTest {
    /** What narrows a listing down with us. */
    private static final Set<String> ALLOWED_BY_US = Set.of(
            "-L -c -t 1.1.1.1:80",
            "-L -n -r 1.1.1.1",
            "-L --timeout -t 1.1.1.1:80",
            "-L -t 1.1.1.1:80 -c",
            "-L -t 1.1.1.1:80 --timeout");

    static List<Mistake> mistakes() {
        return Mistake.all();
    }

    static List<Mistake> mistakesWithUsToo() {
        return Mistake.all().stream()
                .filter(mistake -> !ALLOWED_BY_US.contains(mistake.line()))
                .toList();
    }

    @Test
    void areMany() {
        assertTrue(mistakes().size() >= 300, "only " + mistakes().size());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void areAnsweredAsIpvsadmDoes(Mistake mistake) {
        Result result = Console.inMemory(Personality.IPVSADM).run(mistake.line());
        assertEquals(mistake.message() + "\n", result.errors());
        assertEquals(mistake.exitCode(), result.exitCode());
        assertEquals("", result.output());
    }

    @ParameterizedTest
    @MethodSource("mistakesWithUsToo")
    void areAnsweredUnderOurOwnName(Mistake mistake) {
        Result result = Console.inMemory(Personality.IPVSCTL).run(mistake.line());
        assertEquals(mistake.message().replace("ipvsadm", "ipvsctl") + "\n", result.errors());
        assertEquals(mistake.exitCode(), result.exitCode());
    }
}
