package org.lvsdirector.check.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.CheckTiming;
import org.lvsdirector.check.Patience;
import org.lvsdirector.check.Specs;

/** How slowly a check that failed is believed again, on a clock that the test moves. */
class PatienceTest {
    private static final long SECOND = Specs.seconds(1);
    private static final int SEEDS = 10_000;
    private static final int STEPS = 60;

    private long now = 100 * SECOND;
    private CheckHealth health = CheckHealth.known(true);

    private static CheckSpec spec(Patience patience) {
        return Specs.spec(1, new CheckTiming(6 * SECOND, 0, SECOND, 0, patience), false);
    }

    private CheckStep result(CheckSpec spec, boolean good) {
        Cause cause = good ? Cause.ANSWERED : Cause.REFUSED;
        CheckStep step = CheckMachine.step(spec, health, new CheckResult(cause, "", now, 0));
        health = step.health();
        return step;
    }

    /** A try every second; whether it is up after each. */
    private String tries(CheckSpec spec, String results) {
        StringBuilder ups = new StringBuilder();
        for (int next = 0; next < results.length(); next++) {
            now += SECOND;
            result(spec, results.charAt(next) == '+');
            ups.append(health.up() ? 'U' : 'd');
        }
        return ups.toString();
    }

    @Test
    void soManySuccessesInARow() {
        CheckSpec spec = spec(new Patience(3, 0, 0));
        assertEquals("ddddddddUU", tries(spec, "-++-+-++++"));
    }

    @Test
    void aFirstFallCostsNothingAndTheNextOnesTwiceAsMuchEach() {
        CheckSpec spec = spec(new Patience(1, 2 * SECOND, 8 * SECOND));
        assertEquals("dU", tries(spec, "-+"));
        assertEquals("ddU", tries(spec, "-++"));
        assertEquals("ddddU", tries(spec, "-++++"));
        assertEquals("ddddddddU", tries(spec, "-++++++++"));
        assertEquals("ddddddddU", tries(spec, "-++++++++"), "8 seconds are the most");
        assertEquals("UUUUUUUU", tries(spec, "++++++++"));
        assertEquals("dU", tries(spec, "-+"), "forgotten");
    }

    @Test
    void whatIsHeldIsAskedAgainWhenTheTimeIsUp() {
        CheckSpec spec = spec(new Patience(1, 2 * SECOND, 8 * SECOND));
        tries(spec, "-+");
        CheckStep fall = fall(spec);
        assertEquals(
                "Holding service [10.0.0.1]:tcp:80 down for at least 2 s after 2 failures of TCP_CHECK",
                fall.messages().get(fall.messages().size() - 1).text());
        now += SECOND / 2;
        assertEquals(3 * SECOND / 2, result(spec, true).delayNanos());
        now += 3 * SECOND / 2;
        assertEquals(6 * SECOND, result(spec, true).delayNanos());
        assertTrue(health.up());
    }

    private CheckStep fall(CheckSpec spec) {
        now += SECOND;
        return result(spec, false);
    }

    @Test
    void makesNoSense() {
        assertThrows(IllegalArgumentException.class, () -> new Patience(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Patience(1, 2, 1));
    }

    /** Whatever comes: up only after enough successes and no sooner than the hold allows; without patience as ever. */
    @Test
    void anySequence() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Patience patience = new Patience(1 + random.nextInt(4), random.nextInt(5) * SECOND, 20 * SECOND);
            CheckSpec patient = spec(patience);
            CheckSpec plain = spec(Patience.NONE);
            health = CheckHealth.known(true);
            CheckHealth other = CheckHealth.known(true);
            int row = 0;
            long fell = now;
            for (int step = 0; step < STEPS; step++) {
                now += 1 + random.nextInt((int) SECOND);
                boolean good = random.nextInt(3) > 0;
                boolean before = health.up();
                CheckStep made = result(patient, good);
                row = good ? row + 1 : 0;
                if (before && !health.up()) {
                    fell = now;
                }
                if (!before && health.up()) {
                    assertTrue(row >= patience.rise(), "seed " + seed);
                    assertTrue(now - fell >= patience.holdAfter(health.trend().falls()), "seed " + seed);
                }
                assertTrue(made.delayNanos() >= 0, "seed " + seed);
                assertFalse(health.up() && !good, "seed " + seed + ": no retries here");
                CheckResult result = new CheckResult(good ? Cause.ANSWERED : Cause.REFUSED, "", now, 0);
                other = CheckMachine.step(plain, other, result).health();
                assertEquals(good, other.up(), "seed " + seed);
            }
        }
    }
}
