package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.ScriptCommand;
import org.lvsdirector.config.ScriptUser;
import org.lvsdirector.config.SyncGroupConfig;
import org.lvsdirector.config.TrackedScript;
import org.lvsdirector.config.VrrpScriptConfig;
import org.lvsdirector.config.syntax.SourcePlace;

/** Scripts, who tracks them, and sync groups. */
class VrrpScriptReaderTest {

    private static SourcePlace place(int line) {
        return new SourcePlace("x.conf", line, 1);
    }

    private static VrrpScriptConfig script(String lines) {
        return Reading.accepted("vrrp_script s {\nscript \"/bin/x\"\n" + lines + "\n}\n")
                .scripts()
                .get(0);
    }

    @Test
    void defaultsAreKeepaliveds() {
        ScriptCommand command = new ScriptCommand(List.of("/bin/x"), null, place(2));
        Duration second = Duration.ofSeconds(1);
        assertEquals(new VrrpScriptConfig("s", command, second, second, 0, false, 1, 1, false, place(1)), script(""));
    }

    @Test
    void everyWord() {
        ScriptCommand command = new ScriptCommand(List.of("/bin/x"), new ScriptUser("nobody", null), place(2));
        VrrpScriptConfig expected = new VrrpScriptConfig(
                "s", command, Duration.ofMillis(500), Duration.ofSeconds(3), -5, true, 2, 3, true, place(1));
        assertEquals(
                expected, script("interval 0.5\ntimeout 3\nweight -5 reverse\nrise 2\nfall 3\ninit_fail\nuser nobody"));
    }

    @Test
    void theTimeoutIsTheInterval() {
        assertEquals(Duration.ofSeconds(2), script("interval 2").timeout());
    }

    @Test
    void aTrackerTakesTheScriptsWeightUnlessItHasItsOwn() {
        String script = "vrrp_script s {\nscript \"/bin/x\"\nweight -5 reverse\n}\n";
        assertEquals(
                List.of(new TrackedScript("s", -5, true, place(9))),
                Reading.accepted(script + Reading.instanceText("track_script {\ns\n}"))
                        .instances()
                        .get(0)
                        .scripts());
        assertEquals(
                List.of(new TrackedScript("s", 7, false, place(9))),
                Reading.accepted(script + Reading.instanceText("track_script {\ns weight 7\n}"))
                        .instances()
                        .get(0)
                        .scripts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            interval 0           | 3:10 error: interval 0 is outside 0.001 to 4294
            weight 300           | 3:8 error: weight 300 is outside -253 to 253
            weight 3 sideways    | 3:10 error: a weight is not followed by 'sideways'
            rise 0               | 3:6 error: rise 0 is outside 1 to 2147483647
            script /bin/x y z    | 3:1 warning: 'y z' is no part of the command and is ignored
            """)
    void mistakes(String line, String problem) {
        List<String> found = Reading.problems("vrrp_script s {\nscript \"/bin/x\"\n" + line + "\n}\n").stream()
                .filter(text -> !text.contains("set again"))
                .toList();
        assertEquals(List.of(problem), found);
    }

    @Test
    void aFaultyScriptIsReportedOnceAndNotForEachTracker() {
        assertEquals(
                List.of("1:1 error: vrrp_script 's' has no script"),
                Reading.problems("vrrp_script s {\n}\n" + Reading.instanceText("track_script {\ns\n}")));
    }

    @Test
    void aNearNameIsOffered() {
        String text = "vrrp_script chk_nginx {\nscript \"/bin/x\"\n}\n"
                + Reading.instanceText("track_script {\nchk_ngnix\n}");
        assertEquals(
                "did you mean 'chk_nginx'?",
                Reading.read(text).problems().get(0).advice());
    }

    private static String two(String group) {
        String b = Reading.instanceText("").replace(" A ", " B ").replace("eth0", "eth1");
        return Reading.instanceText("") + b + group;
    }

    @Test
    void syncGroups() {
        SyncGroupConfig group = Reading.accepted(two("""
                        vrrp_sync_group G{
                            group { A
                                B }
                            notify_master "/bin/x"
                            sync_group_tracking_weight
                        }
                        """)).syncGroups().get(0);
        assertEquals("G", group.name());
        assertEquals(List.of("A", "B"), group.members());
        assertEquals(true, group.trackingWeight());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vrrp_sync_group G { group { A C } }              | 13:31 error: no vrrp_instance is called 'C'
            vrrp_sync_group G { group { A } }                | 13:21 warning: vrrp_sync_group 'G' has only one member
            vrrp_sync_group G { group { } }                  | 13:21 error: vrrp_sync_group 'G' has no members
            vrrp_sync_group G { }                            | 13:1 error: vrrp_sync_group 'G' has no members
            vrrp_sync_group G { group { A B A } }            | 13:33 error: 'A' is already a member of 'G'
            """)
    void groupMistakes(String group, String problem) {
        assertEquals(List.of(problem), Reading.problems(two(group)));
    }

    @Test
    void weightsOfGroupMembersHaveNoEffect() {
        String script = "vrrp_script s {\nscript \"/bin/x\"\nweight 5\n}\n";
        String a = Reading.instanceText("track_script { s }");
        String b = Reading.instanceText("").replace(" A ", " B ").replace("eth0", "eth1");
        String group = "vrrp_sync_group G {\ngroup {\nA\nB\n}\n";
        assertEquals(
                List.of("8:16 warning: 'A' is a member of a sync group, so the weight of 's' has no effect"),
                Reading.problems(script + a + b + group + "}\n"));
        assertEquals(List.of(), Reading.problems(script + a + b + group + "sync_group_tracking_weight\n}\n"));
    }
}
