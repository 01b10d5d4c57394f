package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.HmacConfig;
import org.lvsdirector.config.HmacConfig.Mode;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.InMemorySources;

/** {@code auth_hmac}. */
class HmacReaderTest {
    private static final String HEX = "00".repeat(31) + "fF";
    private static final String TEXT = "a passphrase of 32 bytes or more";

    private static String block(String lines) {
        return "auth_hmac {\n" + lines + "\n}";
    }

    private static HmacConfig hmac(String lines) {
        HmacConfig hmac = Reading.instance(lines).trust().hmac();
        assertNotNull(hmac);
        return hmac;
    }

    private static List<String> problems(String lines) {
        return Reading.problems(Reading.instanceText(block(lines)));
    }

    @Test
    void hasKeepalivedsDefaults() {
        assertEquals(
                new HmacConfig(Mode.ENFORCE, Map.of(1, HEX), 1, true, 5),
                hmac(block("key 1 hex:" + HEX + "\nactive_key 1")));
        assertNull(Reading.instance("").trust().hmac());
    }

    @Test
    void takesAllItsWords() {
        assertEquals(
                new HmacConfig(Mode.RECEIVE_ONLY, Map.of(1, HEX, 255, "41".repeat(64)), 255, false, 300),
                hmac(block("key 1 hex:" + HEX + "\nkey 255 " + "A".repeat(64)
                        + "\nactive_key 255\nanti_replay monotonic\ntime_window 300\nmode receive-only")));
        assertEquals(
                Mode.PERMISSIVE,
                hmac(block("key 1 hex:" + HEX + "\nactive_key 1\nmode permissive"))
                        .mode());
    }

    /** Three advertisements, but at least five seconds. */
    @ParameterizedTest
    @CsvSource({"1, 5", "2, 6", "20, 60", "120, 300"})
    void theWindowFollowsTheInterval(int interval, int window) {
        HmacConfig hmac = hmac("advert_int " + interval + "\n" + block("key 1 hex:" + HEX + "\nactive_key 1"));

        assertEquals(window, hmac.windowSeconds());
    }

    @Test
    void aKeyMayBeInAFile() {
        InMemorySources sources = new InMemorySources()
                .with("/keys/a", "hex:" + HEX + "\n")
                .with("/keys/b", TEXT + "\r\n")
                .openToOthers("/keys/b")
                .with("x.conf", Reading.instanceText(block("key 1 file:/keys/a\nkey 2 file:/keys/b\nactive_key 1")));
        ConfigurationResult result = new ConfigurationReader(sources).read(Path.of("x.conf"));

        assertEquals(
                List.of("the key in /keys/b can be read by others than its owner"),
                result.problems().stream().map(problem -> problem.message()).toList());
        HmacConfig hmac = result.configuration() == null
                ? null
                : result.configuration().instances().get(0).trust().hmac();
        assertNotNull(hmac);
        assertEquals(HEX, hmac.keys().get(1));
        assertEquals("6120706173737068", String.valueOf(hmac.keys().get(2)).substring(0, 16));
    }

    @Test
    void tellsWhatIsWrongWithKeys() {
        assertEquals(
                List.of(
                        "5:7 error: the key has 3 bytes",
                        "6:7 error: what follows hex: is no pairs of hexadecimal digits",
                        "7:5 error: key 256 is outside 1 to 255",
                        "8:7 error: there is no file /nowhere",
                        "9:1 error: a key needs a number and a value",
                        "11:5 error: there is a key 4 already"),
                problems("key 1 abc\nkey 2 hex:0g\nkey 256 hex:" + HEX + "\nkey 3 file:/nowhere\nkey 5\nkey 4 hex:"
                        + HEX + "\nkey 4 hex:" + HEX + "\nactive_key 4"));
    }

    @Test
    void tellsThatThereIsNoKeyToSignWith() {
        assertEquals(List.of("4:1 error: auth_hmac has no active_key"), problems("key 1 hex:" + HEX));
        assertEquals(
                List.of("6:1 error: there is no key 2 to sign with"), problems("key 1 hex:" + HEX + "\nactive_key 2"));
    }

    @Test
    void takesThePlaceOfTheOldBlock() {
        String both = "authentication {\nauth_type PASS\nauth_pass secret\n}\n"
                + block("key 1 hex:" + HEX + "\nactive_key 1");
        VrrpInstanceConfig instance = Reading.instance(both);

        assertNull(instance.authentication());
        assertNotNull(instance.trust().hmac());
        assertEquals(
                List.of("4:1 warning: auth_hmac takes the place of this block in 'A'"),
                Reading.problems(Reading.instanceText(both)));
    }

    @Test
    void strictModeWantsAllSigned() {
        assertEquals(
                List.of("8:1 error: 'A' is in strict mode, which wants every advertisement signed"),
                Reading.problems(Reading.instanceText(
                                "strict_mode on\n" + block("key 1 hex:" + HEX + "\nactive_key 1\nmode permissive")))
                        .stream()
                        .filter(problem -> problem.contains("error"))
                        .toList());
    }

    @Test
    void keysAreNeverShown() {
        assertFalse(
                hmac(block("key 1 hex:" + HEX + "\nactive_key 1")).toString().contains(HEX));
    }
}
