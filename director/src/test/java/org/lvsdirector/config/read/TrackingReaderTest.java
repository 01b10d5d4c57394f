package org.lvsdirector.config.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.config.InterfaceDelay;
import org.lvsdirector.config.TrackFileConfig;
import org.lvsdirector.config.TrackProcessConfig;
import org.lvsdirector.config.TrackProcessConfig.Match;
import org.lvsdirector.config.TrackedItem;
import org.lvsdirector.config.syntax.SourcePlace;

/** Files, processes and delays of interfaces. */
class TrackingReaderTest {
    private static SourcePlace place(int line) {
        return new SourcePlace("x.conf", line, 1);
    }

    private static TrackFileConfig file(String lines) {
        return Reading.accepted("track_file f {\nfile /run/f\n" + lines + "\n}\n")
                .tracking()
                .files()
                .get(0);
    }

    private static TrackProcessConfig process(String lines) {
        return Reading.accepted("vrrp_track_process p {\n" + lines + "\n}\n")
                .tracking()
                .processes()
                .get(0);
    }

    @Test
    void filesAndTheirDefaults() {
        assertEquals(new TrackFileConfig("f", "/run/f", 1, false, null, false, place(1)), file(""));
        assertEquals(
                new TrackFileConfig("f", "/run/f", -5, true, 7, true, place(1)),
                file("weight -5 reverse\ninit_file overwrite 7"));
        assertEquals(0, file("init_file").initial());
        assertEquals(
                "f",
                Reading.accepted("vrrp_track_file f {\nfile \"/run/f\"\n}\n")
                        .tracking()
                        .files()
                        .get(0)
                        .name());
    }

    @Test
    void processesAndTheirDefaults() {
        Duration none = Duration.ZERO;
        assertEquals(
                new TrackProcessConfig(
                        "p", List.of("nginx"), Match.ANY, false, 1, false, 1, Integer.MAX_VALUE, none, none, place(1)),
                process("process nginx"));
        assertEquals(
                new TrackProcessConfig(
                        "p",
                        List.of("/tmp/a b", "x", "y z"),
                        Match.INITIAL,
                        true,
                        -7,
                        true,
                        2,
                        3,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        place(1)),
                process("process \"/tmp/a b\" x \"y z\"\nparam_match initial\nfull_command\nweight -7 reverse\n"
                        + "quorum 2\nquorum_max 3\ndelay 2\nfork_delay 0.5"));
    }

    /** The manual: no parameters and param_match means that there must be none; quorum_max 0 that none may run. */
    @Test
    void theTwoWordsThatMeanNone() {
        assertEquals(Match.EXACT, process("process nginx\nparam_match partial").match());
        assertEquals(
                Match.PARTIAL, process("process nginx -g\nparam_match partial").match());
        assertEquals(Match.EXACT, process("process nginx -g").match());
        assertEquals(0, process("process nginx\nquorum_max 0").quorum());
    }

    @Test
    void delaysOfInterfaces() {
        assertEquals(
                List.of(
                        new InterfaceDelay("eth0", Duration.ofMillis(1500), Duration.ZERO),
                        new InterfaceDelay("eth1", Duration.ZERO, Duration.ofSeconds(255))),
                Reading.accepted("interface_up_down_delays {\neth0 1.5\neth1 0 255\n}\n")
                        .tracking()
                        .delays());
    }

    @Test
    void trackersTakeTheWeightOfWhatTheyTrack() {
        String text = "track_file f {\nfile /f\nweight 3 reverse\n}\nvrrp_track_process p {\nprocess x\n}\n"
                + Reading.instanceText("track_file {\nf\n}\ntrack_process {\np weight -9\n}");
        assertEquals(
                List.of(
                        new TrackedItem(TrackedItem.Kind.FILE, "f", 3, true, place(12)),
                        new TrackedItem(TrackedItem.Kind.PROCESS, "p", -9, false, place(15))),
                Reading.accepted(text).instances().get(0).items());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            track_file f { }                                | 1:1 error: track_file 'f' names no file
            track_file f {\\nfile /f\\ninit_file x\\n}         | 3:11 error: 'x' is neither a whole number nor 'overwrite'
            vrrp_track_process p { }                        | 1:1 error: vrrp_track_process 'p' names no process
            vrrp_track_process p {\\nprocess x\\nquorum 3\\nquorum_max 2\\n} | 4:1 error: quorum_max 2 is less than quorum 3
            interface_up_down_delays { eth0 }               | 1:28 error: 'eth0' has no delay
            interface_up_down_delays { eth0 256 }           | 1:33 error: '256' is no delay
            interface_up_down_delays {\\neth0 1\\neth0 2\\n}   | 3:1 error: 'eth0' has delays already
            """)
    void mistakes(String text, String problem) {
        assertEquals(List.of(problem), Reading.problems(text.replace("\\n", "\n") + "\n"));
    }

    @Test
    void aNearNameIsOffered() {
        String text = "track_file load {\nfile /f\n}\n" + Reading.instanceText("track_file {\nlaod\n}");
        assertEquals(
                "did you mean 'load'?", Reading.read(text).problems().get(0).advice());
    }

    @Test
    void weightsOfGroupMembersHaveNoEffect() {
        String file = "track_file f {\nfile /f\n}\n";
        String a = Reading.instanceText("track_file { f }");
        String b = Reading.instanceText("").replace(" A ", " B ").replace("eth0", "eth1");
        assertEquals(
                List.of("7:14 warning: 'A' is a member of a sync group, so the weight of 'f' has no effect"),
                Reading.problems(file + a + b + "vrrp_sync_group G {\ngroup {\nA\nB\n}\n}\n"));
    }
}
