package org.lvsdirector.check.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.HealthMessage;

class CheckEngineTest {
    private static final long SECOND = Specs.seconds(1);

    private final ManualClock clock = new ManualClock();
    private final ScriptedProber prober = new ScriptedProber();
    private final List<String> changes = new ArrayList<>();
    private final CheckListener listener = new CheckListener() {
        @Override
        public void message(HealthMessage message) {}

        @Override
        public void changed(CheckSpec spec, CheckHealth health, CheckResult result) {
            changes.add(spec.id().server() + (health.up() ? " up " : " down ") + result.cause());
        }
    };
    private CheckEngine engine = engine(100, 1);

    @Test
    void theFirstTryComesASecondAfterTheStart() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        assertEquals(SECOND, engine.nanosToNextDeadline());
        pass(SECOND - 1);
        assertEquals(List.of(), prober.started);
        pass(1);
        assertEquals(List.of(Specs.id(1)), prober.started);
    }

    @Test
    void aSuspendedCheckRestsAndKeepsItsState() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        pass(SECOND);
        engine.suspend(spec -> true);
        assertEquals(1, prober.cancelled);
        assertEquals(Long.MAX_VALUE, engine.nanosToNextDeadline());
        pass(1000 * SECOND);
        assertEquals(List.of(), changes);
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false), Specs.spec(2, Specs.TIMING, false)), this::initial);
        pass(1000 * SECOND);
        assertEquals(List.of(Specs.id(1)), prober.started, "one that is new rests as well");
        engine.suspend(spec -> spec.id().equals(Specs.id(2)));
        pass(Specs.TIMING.delayLoopNanos());
        assertEquals(List.of(Specs.id(1), Specs.id(1)), prober.started, "on again within the delay loop");
    }

    @Test
    void aTryThatGetsOnHasItsTimeOutAgainButNotForEver() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        pass(SECOND);
        for (int i = 0; i < 12; i++) {
            pass(4 * SECOND);
            assertEquals(List.of(), changes, i + " times 4 of at most 50 seconds");
            prober.progress(Specs.id(1));
        }
        pass(2 * SECOND - 1);
        assertEquals(List.of(), changes);
        pass(1);
        assertEquals(List.of("[10.0.0.1]:tcp:80 down TIMED_OUT"), changes);
        assertEquals(1, prober.cancelled);
    }

    @Test
    void aSilentTryHasOneTimeOut() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        pass(SECOND);
        prober.progress(Specs.id(1));
        pass(5 * SECOND);
        assertEquals(List.of("[10.0.0.1]:tcp:80 down TIMED_OUT"), changes);
    }

    @Test
    void theLoopIsCountedFromTheEndOfATry() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        pass(SECOND);
        clock.move(2 * SECOND);
        prober.end(Specs.id(1), Cause.ANSWERED);
        assertEquals(6 * SECOND, engine.nanosToNextDeadline());
        CheckResult last = engine.snapshot().get(0).lastResult();
        assertEquals(new CheckResult(Cause.ANSWERED, "as told", 3 * SECOND, 2 * SECOND), last);
        pass(6 * SECOND);
        assertEquals(2, prober.started.size());
    }

    @Test
    void aServerThatDiesGoesDownAfterItsRetriesAndComesBackAtOnce() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        prober.standing.put(Specs.id(1), Cause.ANSWERED);
        pass(SECOND);
        prober.standing.put(Specs.id(1), Cause.REFUSED);
        pass(6 * SECOND);
        pass(3 * SECOND);
        assertEquals(
                List.of("[10.0.0.1]:tcp:80 up ANSWERED"), changes, "the first try is told, two failures are forgiven");
        pass(3 * SECOND);
        prober.standing.put(Specs.id(1), Cause.ANSWERED);
        pass(6 * SECOND);
        assertEquals(
                List.of(
                        "[10.0.0.1]:tcp:80 up ANSWERED",
                        "[10.0.0.1]:tcp:80 down REFUSED",
                        "[10.0.0.1]:tcp:80 up ANSWERED"),
                changes);
        CheckSnapshot snapshot = engine.snapshot().get(0);
        assertEquals(2, snapshot.successes());
        assertEquals(3, snapshot.failures());
        assertEquals(2, snapshot.changes());
    }

    @Test
    void aTryOutOfTimeIsCancelledAndFails() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        pass(SECOND);
        assertEquals(5 * SECOND, engine.nanosToNextDeadline());
        pass(5 * SECOND);
        assertEquals(1, prober.cancelled);
        assertEquals(List.of("[10.0.0.1]:tcp:80 down TIMED_OUT"), changes);
        assertEquals(6 * SECOND, engine.nanosToNextDeadline());
    }

    @Test
    void warmupSpreadsTheFirstTriesTheSameWayForTheSameSeed() {
        List<CheckSpec> specs = IntStream.range(0, 200)
                .mapToObj(i -> Specs.spec(i, Specs.timing(6, 0, 1, 10), false))
                .toList();
        List<Long> times = firstTries(specs, 7);
        assertEquals(times, firstTries(specs, 7));
        assertNotEquals(times, firstTries(specs, 8));
        assertTrue(times.stream().allMatch(time -> time >= SECOND && time < 11 * SECOND));
        assertTrue(times.stream().filter(time -> time < 6 * SECOND).count() > 60, "not all late");
        assertTrue(times.stream().filter(time -> time > 6 * SECOND).count() > 60, "not all early");
    }

    @Test
    void noMoreTriesAtOnceThanAllowed() {
        engine = engine(10, 1);
        engine.replace(
                IntStream.range(0, 100)
                        .mapToObj(i -> Specs.spec(i, Specs.TIMING, false))
                        .toList(),
                this::initial);
        pass(SECOND);
        assertEquals(10, prober.open.size());
        assertEquals(5 * SECOND, engine.nanosToNextDeadline(), "a full house waits for an end, not in a busy loop");
        while (!prober.open.isEmpty()) {
            prober.end(prober.open.keySet().iterator().next(), Cause.ANSWERED);
            engine.advance();
        }
        assertEquals(100, prober.started.size());
        assertEquals(10, prober.mostAtOnce);
    }

    @Test
    void anEqualCheckGoesOnUndisturbedThroughAReload() {
        CheckSpec spec = Specs.spec(1, Specs.TIMING, false);
        engine.replace(List.of(spec), this::initial);
        prober.standing.put(Specs.id(1), Cause.ANSWERED);
        pass(SECOND);
        pass(2 * SECOND);
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false), Specs.spec(2, Specs.TIMING, false)), this::initial);
        assertEquals(1, engine.snapshot().get(0).successes());
        pass(SECOND);
        assertEquals(List.of(Specs.id(1), Specs.id(2)), prober.started, "only the new one starts");
        pass(3 * SECOND);
        assertEquals(3, prober.started.size(), "the old one at its old time");
    }

    @Test
    void aChangedCheckStartsAnewAsDownAsItWas() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        prober.standing.put(Specs.id(1), Cause.REFUSED);
        pass(SECOND);
        engine.replace(List.of(Specs.spec(1, Specs.timing(6, 5, 3, 0), false)), this::initial);
        assertFalse(engine.snapshot().get(0).health().up());
        assertEquals(0, engine.snapshot().get(0).failures());
        assertEquals(SECOND, engine.nanosToNextDeadline());
    }

    @Test
    void anAbsentCheckEndsWithItsTry() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        pass(SECOND);
        engine.replace(List.of(), this::initial);
        assertEquals(1, prober.cancelled);
        assertEquals(Long.MAX_VALUE, engine.nanosToNextDeadline());
        pass(100 * SECOND);
        assertEquals(List.of(), changes);
    }

    @Test
    void aReloadFreesThePlacesOfThoseThatEnd() {
        engine = engine(1, 1);
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false), Specs.spec(2, Specs.TIMING, false)), this::initial);
        pass(SECOND);
        assertEquals(1, prober.open.size());
        CheckSpec waiting = prober.open.containsKey(Specs.id(1))
                ? Specs.spec(2, Specs.TIMING, false)
                : Specs.spec(1, Specs.TIMING, false);
        engine.replace(List.of(waiting), this::initial);
        assertEquals(List.of(waiting.id()), List.copyOf(prober.open.keySet()));
    }

    @Test
    void inconclusiveTriesAreCountedApart() {
        engine.replace(List.of(Specs.spec(1, Specs.TIMING, false)), this::initial);
        prober.standing.put(Specs.id(1), Cause.LOCAL_RESOURCES);
        pass(SECOND);
        assertEquals(List.of(), changes);
        CheckSnapshot snapshot = engine.snapshot().get(0);
        assertEquals(1, snapshot.inconclusive());
        assertEquals(0, snapshot.failures());
        assertTrue(snapshot.health().up());
    }

    private List<Long> firstTries(List<CheckSpec> specs, int seed) {
        engine = engine(1_000, seed);
        engine.replace(specs, this::initial);
        return engine.snapshot().stream()
                .map(snapshot -> snapshot.nextTryNanos() - clock.getAsLong())
                .toList();
    }

    private CheckEngine engine(int maxTries, int seed) {
        return new CheckEngine(prober, clock, new Random(seed), maxTries, listener);
    }

    private CheckHealth initial(CheckSpec spec) {
        return CheckHealth.initial(spec.alpha());
    }

    private void pass(long nanos) {
        clock.move(nanos);
        engine.advance();
    }
}
