package org.lvsdirector.check.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckResult.Cause;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Specs;

/** Weights that checks set. */
class DynamicWeightTest {
    private static final CheckId FIRST = new CheckId("vs", "a", 0);
    private static final CheckId SECOND = new CheckId("vs", "a", 1);
    private static final PoolSpec POOL = new PoolSpec(
            "vs",
            List.of(new PoolSpec.Server("a", 5, false, List.of(FIRST, SECOND))),
            10,
            0,
            new PoolSpec.Sorry("s", false),
            false);

    private final Map<CheckId, CheckHealth> checks =
            new HashMap<>(Map.of(FIRST, CheckHealth.known(true), SECOND, CheckHealth.known(true)));

    @Test
    void aResultThatSaysNothingKeepsTheWeightAndSoDoesAFailure() {
        CheckSpec spec = Specs.spec(1, Specs.timing(6, 0, 1, 0), false);
        CheckHealth health = CheckMachine.step(
                        spec, CheckHealth.initial(false), new CheckResult(Cause.ANSWERED, "", 0, 0, -3))
                .health();
        assertEquals(-3, health.weightChange());
        for (Cause cause : List.of(Cause.ANSWERED, Cause.REFUSED, Cause.LOCAL_RESOURCES, Cause.ANSWERED)) {
            health = CheckMachine.step(spec, health, new CheckResult(cause, "", 0, 0))
                    .health();
            assertEquals(-3, health.weightChange(), cause.name());
        }
        assertEquals(
                4,
                CheckMachine.step(spec, health, new CheckResult(Cause.ANSWERED, "", 0, 0, 4))
                        .health()
                        .weightChange());
    }

    @Test
    void whatChecksAddIsSummedAndCountsForTheQuorum() {
        PoolStep start = PoolMachine.start(POOL, checks);
        assertEquals(false, start.health().quorumUp());
        assertEquals(5, start.health().weight("a", 5));

        checks.put(FIRST, CheckHealth.known(true, 7));
        checks.put(SECOND, CheckHealth.known(true, -1));
        PoolStep more = PoolMachine.step(POOL, start.health(), checks);
        assertEquals(11, more.health().weight("a", 5));
        assertEquals(true, more.health().quorumUp());
        assertEquals(
                "Changing weight from 5 to 11 for active service a of VS vs",
                more.messages().get(0).text());
        assertEquals(List.of(new PoolEvent.QuorumChanged("vs", true)), more.events());

        checks.put(FIRST, CheckHealth.known(true, 3));
        PoolStep less = PoolMachine.step(POOL, more.health(), checks);
        assertEquals(7, less.health().weight("a", 5));
        assertEquals(List.of(new PoolEvent.QuorumChanged("vs", false)), less.events());
        assertEquals(List.of(), PoolMachine.step(POOL, less.health(), checks).messages(), "no news");
    }

    @Test
    void aWeightStaysWithinWhatTheKernelTakes() {
        checks.put(FIRST, CheckHealth.known(true, -9));
        PoolStep none = PoolMachine.start(POOL, checks);
        assertEquals(0, none.health().weight("a", 5));
        assertEquals(65535, none.health().weight("b", 70_000));
    }

    @Test
    void aReloadTakesTheWeightsOfTheChecksThatAreLeft() {
        checks.put(FIRST, CheckHealth.known(true, 7));
        PoolHealth before = PoolMachine.start(POOL, checks).health();
        assertEquals(12, before.weight("a", 5));
        PoolSpec without =
                new PoolSpec("vs", List.of(new PoolSpec.Server("a", 5, false, List.of(SECOND))), 1, 0, null, false);
        assertEquals(
                5, PoolMachine.reconfigure(without, before, checks).health().weight("a", 5));
    }
}
