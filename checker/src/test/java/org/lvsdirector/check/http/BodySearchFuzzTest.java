package org.lvsdirector.check.http;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lvsdirector.check.BodyPattern;
import org.lvsdirector.check.BodyPattern.Option;

/** Whatever a page says: each pattern comes to an end, also those that would try for ever. */
public final class BodySearchFuzzTest {
    private static final String[] PATTERNS = {
        "(a+)+b", "(x|xx)*y", "([[:digit:]]+[^0-9]?)*$", "(?<=\\w)fine", "^.*(.)\\1{3}"
    };

    @ParameterizedTest
    @ValueSource(strings = {"", "fine\n", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\u00e4\u20ac zzzz"})
    void seeds(String seed) {
        fuzzerTestOneInput(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** What the fuzzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        for (String pattern : PATTERNS) {
            for (Set<Option> options : Set.of(EnumSet.noneOf(Option.class), EnumSet.of(Option.UTF, Option.FIRSTLINE))) {
                assertNotNull(BodySearch.search(new BodyPattern(pattern, options, true, 1, 90), bytes));
            }
        }
    }
}
