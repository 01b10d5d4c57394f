package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.health.CheckHealth;

/** Weights that checks set, in the kernel's table. */
class CheckersWeightTest extends EngineRig {
    @Test
    void theTableFollowsWhatAChecksSaysAndKeepsItAfterAFailure() {
        prober.weightChanges.put(name(ONE), 4);
        start(work(server(ONE, 1), server(TWO, 2)));
        assertEquals(Map.of(ONE, 1, TWO, 2), weights());
        pass(SECOND);
        assertEquals(Map.of(ONE, 5, TWO, 2), weights());
        prober.weightChanges.put(name(ONE), -1);
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 0, TWO, 2), weights());
        prober.weightChanges.clear();
        prober.dead.add(name(ONE));
        pass(6 * SECOND);
        assertEquals(Map.of(TWO, 2), weights());
        prober.dead.clear();
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 0, TWO, 2), weights());
    }

    @Test
    void aSuccessorTakesThemOver() {
        prober.weightChanges.put(name(ONE), 4);
        start(work(server(ONE, 1)));
        pass(SECOND);
        assertEquals(Map.of(ONE, 5), weights());
        Map<CheckId, CheckHealth> lastKnown = new HashMap<>(Map.of(id(ONE), health));
        engine = successor();
        start(work(server(ONE, 1)), lastKnown, Predecessor.SAME_CONFIGURATION);
        assertEquals(Map.of(ONE, 5), weights());
        assertEquals(List.of(), snapshot().handWeights());
        prober.weightChanges.put(name(ONE), 6);
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 7), weights());
    }
}
