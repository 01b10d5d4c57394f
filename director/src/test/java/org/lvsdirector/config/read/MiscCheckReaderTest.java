package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.Scripts;

class MiscCheckReaderTest {

    private static CheckerConfig.Misc misc(String lines) {
        return (CheckerConfig.Misc)
                Reading.realServer("MISC_CHECK {\n" + lines + "\n}").checkers().get(0);
    }

    @Test
    void defaultsAreKeepaliveds() {
        CheckerConfig.Misc misc = misc("misc_path \"/bin/check 10.0.0.2\"\ndelay_loop 9");
        assertEquals(List.of("/bin/check", "10.0.0.2"), misc.command().arguments());
        assertNull(misc.command().user());
        assertEquals(Duration.ofSeconds(9), misc.options().delayLoop());
        assertEquals(Duration.ofSeconds(60), misc.timeout(), "the virtual server's delay loop");
        assertEquals(false, misc.dynamic());
        assertEquals(0, misc.options().retries(), "other kinds forgive one");
        assertEquals(Duration.ofSeconds(1), misc.options().delayBeforeRetry());
    }

    @Test
    void everyWord() {
        CheckerConfig.Misc misc =
                misc("misc_path /bin/check\nmisc_timeout 2.5\nmisc_dynamic\nuser nobody nogroup\nretry 4");
        assertEquals(new ScriptUser("nobody", "nogroup"), misc.command().user());
        assertEquals(Duration.ofMillis(2500), misc.timeout());
        assertEquals(true, misc.dynamic());
        assertEquals(4, misc.options().retries());
    }

    @Test
    void itsCommandIsOneOfTheScripts() {
        Configuration configuration = Reading.accepted(Reading.serverText(
                "10.0.0.1 80", "real_server 10.0.0.2 80 {\nMISC_CHECK {\nmisc_path /bin/check\n}\n}"));
        assertEquals("/bin/check", Scripts.of(configuration).get(0).program());
    }

    @Test
    void itNeedsNoPort() {
        String text =
                Reading.serverText("fwmark 1", "real_server 10.0.0.2 {\nMISC_CHECK {\nmisc_path /bin/check\n}\n}");
        assertEquals(1, Reading.accepted(text).virtualServers().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            misc_dynamic                    | 6:1 error: this check runs nothing
            misc_path                       | 7:1 error: 'misc_path' names no command
            connect_timeout 3               | 7:1 error: unknown word 'connect_timeout' in MISC_CHECK
            misc_timeout 0                  | 7:14 error: misc_timeout 0 is outside 0.000001 to 4294.967295
            """)
    void mistakes(String line, String problem) {
        List<String> found = Reading.problems(
                Reading.serverText("10.0.0.1 80", "real_server 10.0.0.2 80 {\nMISC_CHECK {\n" + line + "\n}\n}"));
        assertTrue(found.contains(problem), found.toString());
    }
}
