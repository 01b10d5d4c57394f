package org.lvsdirector.check.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Specs;

class CheckMachineTest {
    private static final CheckSpec BETA = Specs.spec(1, Specs.TIMING, false);
    private static final CheckSpec ALPHA = Specs.spec(1, Specs.TIMING, true);
    private static final CheckHealth UP = CheckHealth.known(true);
    private static final CheckHealth DOWN = CheckHealth.known(false);
    private static final long LOOP = BETA.timing().delayLoopNanos();
    private static final long RETRY = BETA.timing().delayBeforeRetryNanos();

    private final List<String> said = new ArrayList<>();

    @Test
    void oneFailureOfTheFirstTryTakesDownInSpiteOfRetries() {
        CheckStep step = step(BETA, CheckHealth.initial(false), Cause.REFUSED);
        assertFalse(step.health().up());
        assertEquals(LOOP, step.delayNanos());
        assertEquals(List.of("TCP_CHECK on service [10.0.0.1]:tcp:80 failed."), said);
    }

    @Test
    void aCheckThatIsUpForgivesAsManyFailuresAsRetrySays() {
        CheckStep first = step(BETA, UP, Cause.REFUSED);
        assertTrue(first.health().up());
        assertEquals(RETRY, first.delayNanos());
        CheckStep second = step(BETA, first.health(), Cause.TIMED_OUT);
        assertTrue(second.health().up());
        assertEquals(RETRY, second.delayNanos());
        assertEquals(List.of(), said);
        CheckStep third = step(BETA, second.health(), Cause.REFUSED);
        assertFalse(third.health().up());
        assertEquals(LOOP, third.delayNanos());
        assertEquals(List.of("TCP_CHECK on service [10.0.0.1]:tcp:80 failed after 2 retries."), said);
    }

    @Test
    void aSuccessForgetsTheFailuresBeforeIt() {
        CheckHealth forgiven = step(BETA, UP, Cause.REFUSED).health();
        assertEquals(1, forgiven.retries());
        assertEquals(0, step(BETA, forgiven, Cause.ANSWERED).health().retries());
    }

    @Test
    void aFailureWhileDownWaitsForTheLoopAndSaysNothing() {
        CheckStep step = step(BETA, DOWN, Cause.UNREACHABLE);
        assertEquals(DOWN, step.health());
        assertEquals(LOOP, step.delayNanos());
        assertEquals(List.of(), said);
    }

    @Test
    void oneSuccessRaises() {
        CheckStep step = step(BETA, DOWN, Cause.ANSWERED);
        assertTrue(step.health().up());
        assertEquals(LOOP, step.delayNanos());
        assertEquals(List.of("TCP connection to [10.0.0.1]:tcp:80 success."), said);
    }

    @Test
    void theFirstSuccessIsSaidAndTheSecondIsNot() {
        CheckHealth first =
                step(BETA, CheckHealth.initial(false), Cause.ANSWERED).health();
        step(BETA, first, Cause.ANSWERED);
        assertEquals(List.of("TCP connection to [10.0.0.1]:tcp:80 success."), said);
    }

    @Test
    void alphaStartsDownAndItsFirstFailureIsSaid() {
        CheckHealth start = CheckHealth.initial(true);
        assertFalse(start.up());
        CheckStep failed = step(ALPHA, start, Cause.REFUSED);
        assertFalse(failed.health().up());
        assertEquals(List.of("TCP_CHECK on service [10.0.0.1]:tcp:80 failed."), said);
    }

    @Test
    void allFailuresAreSaidOnRequestWhileUp() {
        CheckSpec spec = new CheckSpec(BETA.id(), BETA.probe(), Specs.timing(6, 1, 3, 0), false, true);
        CheckHealth forgiven = step(spec, UP, Cause.TIMED_OUT).health();
        CheckHealth down = step(spec, forgiven, Cause.REFUSED).health();
        step(spec, down, Cause.REFUSED);
        assertEquals(
                List.of(
                        "TCP connection to [10.0.0.1]:tcp:80 timeout.",
                        "TCP connection to [10.0.0.1]:tcp:80 failed.",
                        "TCP_CHECK on service [10.0.0.1]:tcp:80 failed after 1 retries."),
                said);
    }

    @Test
    void aFailureOfThisMachineChangesNothingAndIsSaidOnce() {
        for (CheckHealth before : List.of(UP, DOWN, CheckHealth.initial(false), CheckHealth.initial(true))) {
            said.clear();
            CheckStep first = step(BETA, before, Cause.LOCAL_RESOURCES);
            CheckStep second = step(BETA, first.health(), Cause.LOCAL_ADDRESS);
            assertEquals(before.up(), second.health().up());
            assertEquals(before.hasRun(), second.health().hasRun());
            assertEquals(LOOP, second.delayNanos());
            assertEquals(1, said.size(), () -> "said " + said);
            assertTrue(said.get(0).contains("could not be tried: LOCAL_RESOURCES!"), said.get(0));
        }
    }

    private CheckStep step(CheckSpec spec, CheckHealth health, Cause cause) {
        CheckStep step = CheckMachine.step(spec, health, new CheckResult(cause, cause + "!", 0, 0));
        step.messages().forEach(message -> said.add(message.text()));
        return step;
    }
}
