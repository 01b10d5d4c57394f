package org.lvsdirector.vrrp.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Several routers on virtual time with loss, delay, reordering, partitions, crashes, restarts, frozen processes, flapping links and
 * stolen addresses. A failure names its seed, which gives the same run again with {@code -Dlvsdirector.seed=N}.
 */
class SimulationTest {
    private static final int SEEDS = Boolean.getBoolean("lvsdirector.full") ? 10_000 : 300;
    private static final int MISHAPS = 40;
    private static final long SECOND = 1_000_000_000L;
    /** Longer than preemption delay, three master-down intervals and a sync group's patience. */
    private static final long SETTLE_NANOS = 45 * SECOND;

    private static final long QUIET_NANOS = 20 * SECOND;

    @Test
    void oneMasterOnEachIslandWhateverHappenedBefore() {
        Long only = Long.getLong("lvsdirector.seed");
        long first = only != null ? only : 1;
        long last = only != null ? only : SEEDS;
        for (long seed = first; seed <= last; seed++) {
            try {
                run(seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void run(long seed) {
        Random random = new Random(seed);
        Scenario scenario = Scenario.of(random);
        World world = new World(scenario, random);
        world.hosts().forEach(each -> each.start(List.of()));
        Chaos chaos = new Chaos(world, random);
        chaos.reign(MISHAPS);
        chaos.calm();
        settle(world, scenario);
        chaos.heal();
        settle(world, scenario);
    }

    /** Everything finds its place, and then nothing moves any more. */
    private static void settle(World world, Scenario scenario) {
        world.runFor(SETTLE_NANOS);
        world.lans().forEach(lan -> world.invariants().settled(lan, scenario.preempts()));
        long before = world.invariants().transitions();
        world.runFor(QUIET_NANOS);
        assertEquals(before, world.invariants().transitions(), "transitions in a quiet network");
    }
}
