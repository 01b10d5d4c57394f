package org.lvsdirector.check.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lvsdirector.check.BfdProbe;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.FileProbe;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.Specs;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.HealthMessage;
import org.lvsdirector.check.schedule.CheckEngine;
import org.lvsdirector.check.schedule.CheckListener;

/** Checks that follow what they are told, in an engine on virtual time. */
class ToldChecksTest {
    private static final long HOUR = Specs.seconds(3600);
    private static final CheckTiming TIMING = new CheckTiming(HOUR, 0, HOUR, 0);

    private final Tidings tidings = new Tidings();
    private final List<String> changes = new ArrayList<>();
    private long now;
    private final CheckListener listener = new CheckListener() {
        @Override
        public void message(HealthMessage message) {}

        @Override
        public void changed(CheckSpec spec, CheckHealth health, CheckResult result) {
            changes.add((health.up() ? "up " : "down ") + health.weightChange());
        }
    };

    private CheckEngine engine(Probe probe, boolean alpha) {
        FileProber files = new FileProber(tidings);
        BfdProber sessions = new BfdProber(tidings);
        CheckEngine engine = new CheckEngine(
                (spec, stage, outcome) -> spec.probe() instanceof FileProbe
                        ? files.start(spec, stage, outcome)
                        : sessions.start(spec, stage, outcome),
                () -> now,
                new Random(1),
                1,
                listener);
        CheckSpec spec = new CheckSpec(Specs.id(1), probe, TIMING, alpha, false);
        engine.replace(List.of(spec), each -> CheckHealth.initial(each.alpha()));
        now += CheckEngine.BOOTSTRAP_NANOS;
        engine.advance();
        return engine;
    }

    private static boolean isUp(CheckEngine engine) {
        return Objects.requireNonNull(engine.health().get(Specs.id(1))).up();
    }

    private void hear(CheckEngine engine, int number) {
        tidings.file("f", number);
        engine.hurry(probe -> probe instanceof FileProbe);
        engine.advance();
    }

    /** Empty: a failure. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, false, 0",
        "5, 2, false, 10",
        "5, 2, true, -10",
        "70000, 1, false, 65535",
        "-70000, 1, false, -65535",
        "1, 0, false,",
        "0, 0, false, 0",
        "0, 0, true,",
        "-2147483648, 1, false,",
        "2147483647, 2, true,",
    })
    void whatNumbersMean(int number, int weight, boolean reverse, @Nullable Integer change) {
        Integer judged = new FileProbe("f", weight, reverse).judge(number);
        if (change == null) {
            assertNull(judged);
        } else {
            assertEquals(change, judged);
        }
    }

    @Test
    void aFileIsWaitedForAndThenFollowedAtOnce() {
        CheckEngine engine = engine(new FileProbe("f", 2, false), false);
        assertEquals(List.of(), changes);
        hear(engine, 3);
        hear(engine, -2147483648);
        hear(engine, 0);
        assertEquals(List.of("up 6", "down 6", "up 0"), changes);
    }

    @Test
    void aServerThatIsNotAlphaStaysUpUntilItsSessionIsSaidToBeDown() {
        CheckEngine engine = engine(new BfdProbe("s"), false);
        assertEquals(true, isUp(engine));
        tidings.session("s", false);
        assertEquals(List.of("down 0"), changes);
        tidings.session("s", true);
        engine.hurry(probe -> probe.equals(new BfdProbe("s")));
        engine.advance();
        assertEquals(List.of("down 0", "up 0"), changes);
    }

    @Test
    void anAlphaServerWaitsForItsSession() {
        CheckEngine engine = engine(new BfdProbe("s"), true);
        assertEquals(false, isUp(engine));
        tidings.session("s", true);
        assertEquals(true, isUp(engine));
    }

    /** The one waiting try must not hear of it when its check is gone. */
    @Test
    void aCheckThatIsGoneHearsNothing() {
        CheckEngine engine = engine(new FileProbe("f", 1, false), false);
        engine.replace(List.of(), each -> CheckHealth.initial(each.alpha()));
        tidings.file("f", 1);
        assertEquals(List.of(), changes);
    }
}
