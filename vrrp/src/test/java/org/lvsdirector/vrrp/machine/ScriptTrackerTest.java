package org.lvsdirector.vrrp.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.vrrp.settings.ScriptSettings;

/** Results in, up or down out: {@code rise}, {@code fall}, {@code init_fail}. */
class ScriptTrackerTest {
    private final List<RouterAction> out = new ArrayList<>();

    private static ScriptSettings settings(int rise, int fall, boolean initFail) {
        return new ScriptSettings("chk", 2 * Given.SECOND, rise, fall, initFail);
    }

    /** Runs: s success, f failure, t timed out. Standings: u up, d down, ? unknown, first the one before any run. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, false, s,        ?u",
        "1, 1, false, f,        ?d",
        "1, 1, false, sfsf,     ?udud",
        "3, 2, false, s,        ?u", // one success is enough at first
        "3, 2, false, f,        ?d", // and so is one failure
        "3, 2, false, fsss,     ?dddu",
        "3, 2, false, fssfsss,  ?ddddddu", // successes must be in a row
        "1, 3, false, sfff,     ?uuud",
        "1, 3, false, sffsfff,  ?uuuuuud", // failures must be in a row
        "2, 2, true,  s,        dd",
        "2, 2, true,  ss,       ddu",
        "1, 1, true,  fs,       ddu",
        "1, 2, false, stt,      ?uud",
    })
    void standingAfterEachRun(int rise, int fall, boolean initFail, String runs, String standings) {
        ScriptTracker tracker = ScriptTracker.fresh(settings(rise, fall, initFail), 0);
        StringBuilder seen = new StringBuilder(letter(tracker));
        for (int i = 0; i < runs.length(); i++) {
            tracker = tracker.finished(outcome(runs.charAt(i)), at(0));
            seen.append(letter(tracker));
        }
        assertEquals(standings, seen.toString());
    }

    private static ScriptOutcome outcome(char run) {
        return run == 't' ? ScriptOutcome.timedOut() : ScriptOutcome.exited(run == 's' ? 0 : 1);
    }

    private Moment at(long nanos) {
        return new Moment(nanos, out);
    }

    private static String letter(ScriptTracker tracker) {
        return switch (tracker.standing()) {
            case UNKNOWN -> "?";
            case UP -> "u";
            case DOWN -> "d";
        };
    }

    private List<String> log() {
        List<String> lines =
                out.stream().map(each -> ((RouterAction.Log) each).text()).toList();
        out.clear();
        return lines;
    }

    /** As keepalived 2.2.7 writes them. */
    @Test
    void logsAChangedStatusAndAChangedStanding() {
        ScriptTracker tracker = ScriptTracker.fresh(settings(1, 2, false), 0).finished(ScriptOutcome.exited(0), at(0));
        assertEquals(List.of("VRRP_Script(chk) succeeded"), log());
        tracker = tracker.finished(ScriptOutcome.exited(3), at(0));
        assertEquals(List.of("Script `chk` now returning 3"), log());
        tracker = tracker.finished(ScriptOutcome.exited(3), at(0));
        assertEquals(List.of("VRRP_Script(chk) failed (exited with status 3)"), log());
        tracker = tracker.finished(ScriptOutcome.exited(3), at(0));
        assertEquals(List.of(), log());
        tracker.finished(ScriptOutcome.exited(0), at(0));
        assertEquals(List.of("Script `chk` now returning 0", "VRRP_Script(chk) succeeded"), log());
    }

    @Test
    void saysHowElseARunEnded() {
        ScriptTracker up = ScriptTracker.fresh(settings(1, 1, false), 0);
        up.finished(ScriptOutcome.timedOut(), at(0));
        up.finished(new ScriptOutcome(ScriptOutcome.Kind.SIGNALLED, 9), at(0));
        up.finished(new ScriptOutcome(ScriptOutcome.Kind.NOT_STARTED, 0), at(0));

        assertEquals(
                List.of(
                        "VRRP_Script(chk) timed_out",
                        "VRRP_Script(chk) failed (due to signal 9)",
                        "VRRP_Script(chk) failed (could not be started)"),
                log());
    }

    @Test
    void aRunStillUnderWayIsNotStartedAgain() {
        ScriptTracker tracker = ScriptTracker.fresh(settings(1, 1, false), 5);
        assertEquals(5, tracker.nextRunNanos());

        tracker = tracker.due(at(7));
        assertEquals(List.of(new RouterAction.RunScript("chk")), out);
        assertEquals(7 + 2 * Given.SECOND, tracker.nextRunNanos());
        out.clear();

        tracker = tracker.due(at(tracker.nextRunNanos()));
        assertEquals(List.of("Track script chk is already running, expect idle - skipping run"), log());
        assertTrue(tracker.running());
        assertFalse(tracker.finished(ScriptOutcome.exited(0), at(0)).running());
    }

    @Test
    void newSettingsKeepTheStanding() {
        ScriptTracker up = ScriptTracker.fresh(settings(1, 1, false), 0).finished(ScriptOutcome.exited(0), at(0));
        ScriptTracker stricter = up.reconfigured(settings(5, 3, true), 0);
        assertEquals(ScriptStatus.Standing.UP, stricter.standing());
        ScriptTracker twice =
                stricter.finished(ScriptOutcome.exited(1), at(0)).finished(ScriptOutcome.exited(1), at(0));
        assertEquals(ScriptStatus.Standing.UP, twice.standing());
        assertEquals(
                ScriptStatus.Standing.DOWN,
                twice.finished(ScriptOutcome.exited(1), at(0)).standing());
    }

    @Test
    void aShorterIntervalCountsAtOnce() {
        ScriptTracker slow = ScriptTracker.fresh(new ScriptSettings("chk", 600 * Given.SECOND, 1, 1, false), 0)
                .due(at(0))
                .finished(ScriptOutcome.exited(0), at(0));

        assertEquals(
                3 * Given.SECOND,
                slow.reconfigured(settings(1, 1, false), Given.SECOND).nextRunNanos());
    }
}
