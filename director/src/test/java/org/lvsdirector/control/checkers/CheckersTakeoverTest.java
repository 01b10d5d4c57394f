package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.PoolPolicy;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Tables;

/** A process that follows one which was killed. */
class CheckersTakeoverTest extends EngineRig {
    @Test
    void aSuccessorDoesNotPutADeadServerBack() {
        RealServerDefinition quiet = Tables.inhibited(server(TWO, 2));
        for (RealServerDefinition second : List.of(server(TWO, 2), quiet)) {
            prober.dead.add(name(TWO));
            start(work(server(ONE, 1), second));
            pass(SECOND);
            Map<String, Integer> before = weights();
            for (Map<CheckId, CheckHealth> lastKnown :
                    List.of(Map.<CheckId, CheckHealth>of(), Map.of(id(TWO), CheckHealth.known(false)))) {
                engine = successor();
                int changes = ipvs.history().size();
                start(work(server(ONE, 1), second), lastKnown, Predecessor.SAME_CONFIGURATION);
                assertEquals(before, weights());
                assertEquals(changes, ipvs.history().size(), "nothing had to change");
            }
            prober.dead.clear();
            pass(SECOND);
            assertEquals(Map.of(ONE, 1, TWO, 2), weights());
            stop(false);
            engine = successor();
        }
    }

    @Test
    void whatIsKnownCountsMoreThanTheTable() {
        start(work(server(ONE, 1), server(TWO, 2)));
        engine = successor();
        start(
                work(server(ONE, 1), server(TWO, 2)),
                Map.of(id(TWO), CheckHealth.known(false)),
                Predecessor.SAME_CONFIGURATION);
        assertEquals(Map.of(ONE, 1), weights());
    }

    @Test
    void belowTheFloorASuccessorKeepsTheSetThatItFinds() {
        CheckersWork work = CheckersWork.of(
                List.of(new ServiceDefinition(
                        "web",
                        List.of(WEB),
                        "rr",
                        Set.of(),
                        null,
                        List.of(server(ONE, 1), server(TWO, 1)),
                        null,
                        1,
                        0,
                        false,
                        new PoolPolicy(false, 1, 0))),
                checks(ONE, TWO));
        prober.dead.addAll(Set.of(name(ONE), name(TWO)));
        start(work);
        pass(SECOND);
        Map<String, Integer> before = weights();
        assertEquals(1, before.size());
        engine = successor();
        start(
                work,
                Map.of(id(ONE), CheckHealth.known(false), id(TWO), CheckHealth.known(false)),
                Predecessor.SAME_CONFIGURATION);
        assertEquals(before, weights());
    }

    @Test
    void aSorryServerInTheTableMeansThatTheQuorumIsLost() {
        CheckersWork work = CheckersWork.of(List.of(service(server(SORRY, 1), server(ONE, 1))), checks(ONE));
        prober.dead.add(name(ONE));
        start(work);
        pass(SECOND);
        engine = successor();
        start(work, Map.of(), Predecessor.SAME_CONFIGURATION);
        assertEquals(Map.of(SORRY, 1), weights());
        assertFalse(health(snapshot(), "web").quorumUp());
    }

    @Test
    void aSorryServerThatIsARealServerTooSaysNothingOfTheQuorum() {
        CheckersWork work =
                CheckersWork.of(List.of(service(server(ONE, 1), server(ONE, 1), server(TWO, 1))), checks(ONE, TWO));
        start(work);
        engine = successor();
        start(work, Map.of(), Predecessor.SAME_CONFIGURATION);
        assertTrue(health(snapshot(), "web").quorumUp());
        assertEquals(Map.of(ONE, 1, TWO, 1), weights());
    }

    @Test
    void aSuccessorKeepsWeightsByHandAndFlushesNothing() {
        start(work(server(ONE, 1), server(TWO, 2)));
        setByHand(TWO, 0);
        engine = successor();
        CheckersWork plain = work(server(ONE, 1), server(TWO, 2));
        start(
                new CheckersWork(plain.services(), plain.checks(), true, false, null, 10 * SECOND),
                Map.of(),
                Predecessor.SAME_CONFIGURATION);
        assertEquals(Map.of(ONE, 1, TWO, 0), weights());
        assertEquals(
                "weight 0 by hand (configured 2)",
                snapshot().handWeights().get(0).shown());
    }

    @Test
    void aWeightOfAnotherConfigurationWasNotSetByHand() {
        start(work(server(ONE, 1), server(TWO, 2)));
        engine = successor();
        start(work(server(ONE, 1), server(TWO, 7)), Map.of(), Predecessor.OTHER_CONFIGURATION);
        assertEquals(Map.of(ONE, 1, TWO, 7), weights());
        assertEquals(List.of(), snapshot().handWeights());
    }
}
