package org.lvsdirector.check.misc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.MiscProbe;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.schedule.Prober;

class MiscProberTest {
    private final List<ScriptRunner.Listener> runs = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final MiscProber prober = new MiscProber((check, listener) -> {
        assertEquals(Specs.id(1), check);
        runs.add(listener);
    });

    private final Prober.Outcome outcome = new Prober.Outcome() {
        @Override
        public void ended(Cause cause, String detail) {
            said.add((cause + " " + detail).strip());
        }

        @Override
        public void ended(Cause cause, String detail, int weightChange) {
            said.add((cause + " " + detail).strip() + " " + weightChange);
        }
    };

    private Prober.Try start(@Nullable Integer weight) {
        return prober.start(Specs.of(new MiscProbe("/bin/check", 1, weight)), 0, outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ANSWERED",
        "1, WRONG_ANSWER exited with status 1",
        "2, WRONG_ANSWER exited with status 2",
        "255, WRONG_ANSWER exited with status 255",
    })
    void zeroIsGood(int status, String verdict) {
        start(null);
        runs.get(0).exited(status);
        assertEquals(List.of(verdict), said);
    }

    /** With a configured weight of 5. */
    @ParameterizedTest
    @CsvSource({
        "0, ANSWERED 0",
        "1, WRONG_ANSWER exited with status 1",
        "2, ANSWERED weight 0 -5",
        "7, ANSWERED weight 5 0",
        "255, ANSWERED weight 253 248",
    })
    void higherStatusesAreWeightsIfAsked(int status, String verdict) {
        start(5);
        runs.get(0).exited(status);
        assertEquals(List.of(verdict), said);
    }

    @Test
    void aCommandThatTakesTooLongOrDoesNotStart() {
        start(null);
        runs.get(0).timedOut();
        start(null);
        runs.get(1).notStarted("no such file");
        assertEquals(List.of("TIMED_OUT took too long", "LOCAL_OTHER the command did not start: no such file"), said);
    }

    @Test
    void afterACancelNobodyIsTold() {
        start(null).cancel();
        runs.get(0).exited(0);
        runs.get(0).timedOut();
        runs.get(0).notStarted("x");
        assertEquals(List.of(), said);
    }

    @Test
    void whoeverRunsItEndsItFirst() {
        CheckSpec spec = Specs.of(new MiscProbe("/bin/check", Specs.seconds(3), null));
        assertEquals(Specs.seconds(8), spec.probe().timeoutNanos());
        assertThrows(
                IllegalArgumentException.class, () -> prober.start(Specs.spec(1, Specs.TIMING, false), 0, outcome));
    }
}
