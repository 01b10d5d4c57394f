package org.lvsdirector.vrrp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** {@code docs/rfc-rules.md} names tests that exist, and leaves out no section that asks something of a router. */
class RfcRulesTest {
    private static final Pattern ROW = Pattern.compile(
            "\\| ([^|]+) \\| ((?:9568|3768) [0-9.]+) \\| `([a-z]+)\\.([A-Za-z0-9]+)#([A-Za-z0-9]+)` \\|");

    /** Sections that tell a router what to send, take, or do; the others explain, or are about hosts. */
    private static final Set<String> SECTIONS = Set.of(
            ("9568 5.1.1.1,9568 5.1.1.2,9568 5.1.1.3,9568 5.1.1.4,9568 5.1.2.1,9568 5.1.2.2,9568 5.1.2.3,9568 5.1.2.4,"
                            + "9568 5.2.1,9568 5.2.2,9568 5.2.3,9568 5.2.4,9568 5.2.5,9568 5.2.6,9568 5.2.7,9568 5.2.8,"
                            + "9568 5.2.9,9568 6.1,9568 6.4.1,9568 6.4.2,9568 6.4.3,9568 7.1,9568 7.2,9568 8.1.2,9568 8.2.2,"
                            + "3768 5.3.1,3768 5.3.2,3768 5.3.4,3768 5.3.6,3768 5.3.7,3768 5.3.8,3768 5.3.10,3768 6.1,"
                            + "3768 6.4.1,3768 6.4.2,3768 6.4.3,3768 7.1")
                    .split(","));

    private record Rule(String words, String section, String room, String test, String method) {}

    private static List<Rule> rules() throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String line : Files.readAllLines(page())) {
            if (line.startsWith("| ") && !line.startsWith("| rule")) {
                Matcher row = ROW.matcher(line);
                assertTrue(row.matches(), () -> "no rule: " + line);
                rules.add(new Rule(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)));
            }
        }
        return rules;
    }

    /** Maven starts tests in the module's folder. */
    private static Path page() {
        return Path.of("..", "docs", "rfc-rules.md");
    }

    @Test
    void everyRuleHasATest() throws IOException {
        for (Rule rule : rules()) {
            assertTrue(isTest(rule), rule::toString);
        }
    }

    private static boolean isTest(Rule rule) {
        try {
            Class<?> test = Class.forName("org.lvsdirector.vrrp." + rule.room() + "." + rule.test());
            return Arrays.stream(test.getDeclaredMethods())
                    .filter(method -> method.getName().equals(rule.method()))
                    .anyMatch(RfcRulesTest::isTest);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    @Test
    void everySectionThatAsksSomethingIsThere() throws IOException {
        Set<String> found = new TreeSet<>();
        rules().forEach(rule -> found.add(rule.section()));

        assertEquals(new TreeSet<>(SECTIONS), found);
    }

    @Test
    void noRuleStandsTwice() throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        for (Rule rule : rules()) {
            assertTrue(seen.add(rule.section() + " " + rule.words()), rule::toString);
        }
    }
}
