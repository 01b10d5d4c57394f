package org.lvsdirector.ipvsctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lvsdirector.testing.Result;

/** Wrong command lines get ipvsadm's recorded answers; the lab asks the real one. */
class MistakesTest {
    static List<Mistake> mistakes() {
        return Mistake.all();
    }

    @Test
    void areMany() {
        assertTrue(mistakes().size() > 200, "only " + mistakes().size());
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
    @MethodSource("mistakes")
    void areAnsweredUnderOurOwnName(Mistake mistake) {
        Result result = Console.inMemory(Personality.IPVSCTL).run(mistake.line());
        assertEquals(mistake.message().replace("ipvsadm", "ipvsctl") + "\n", result.errors());
        assertEquals(mistake.exitCode(), result.exitCode());
    }
}
