package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.key;
import static org.lvsdirector.plan.Tables.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.PoolPolicy;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Tables;

class CheckersEngineTest extends EngineRig {
    @Test
    void aNewServiceStartsWithAllServersAndTheDeadOneLeavesAtItsFirstTry() {
        prober.dead.add(name(TWO));
        start(work(server(ONE, 1), server(TWO, 2)));
        assertEquals(Map.of(ONE, 1, TWO, 2), weights());
        pass(SECOND);
        assertEquals(Map.of(ONE, 1), weights());
        assertEquals(Map.of(name(ONE), true, name(TWO), false), told);
        assertEquals(List.of(new PoolEvent.ServerChanged("web", name(TWO), false)), events);
        prober.dead.clear();
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 1, TWO, 2), weights());
    }

    @Test
    void theSorryServerStandsInForAll() {
        ServiceDefinition service = service(server(SORRY, 1), server(ONE, 1));
        start(CheckersWork.of(List.of(service), checks(ONE)));
        prober.dead.add(name(ONE));
        pass(SECOND);
        assertEquals(Map.of(SORRY, 1), weights());
        prober.dead.clear();
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 1), weights());
    }

    @Test
    void aReloadOfOneWeightIsOneMessageAndDisturbsNoCheck() {
        start(work(server(ONE, 1), server(TWO, 2)));
        pass(SECOND);
        int changes = ipvs.history().size();
        pass(3 * SECOND);
        reload(work(server(ONE, 1), server(TWO, 7)));
        assertEquals(changes + 1, ipvs.history().size());
        assertEquals(Map.of(ONE, 1, TWO, 7), weights());
        int tries = prober.tries;
        pass(3 * SECOND);
        assertEquals(tries + 2, prober.tries, "at their old times");
    }

    @Test
    void aReloadThatEditsTheCheckOfADeadServerDoesNotBringItBack() {
        prober.dead.add(name(TWO));
        start(work(server(ONE, 1), server(TWO, 2)));
        pass(SECOND);
        List<CheckSpec> edited = new ArrayList<>(checks(ONE));
        edited.add(check(TWO, 9));
        reload(CheckersWork.of(List.of(service(null, server(ONE, 1), server(TWO, 2))), edited));
        assertEquals(Map.of(ONE, 1), weights());
    }

    @Test
    void driftIsHealedOnTheTimerAndAHealEndsWeightsByHand() {
        start(work(server(ONE, 1), server(TWO, 2)));
        somebody.apply(List.of(new IpvsChange.RemoveServer(WEB, key(ONE, 80))));
        setByHand(TWO, 0);
        pass(10 * SECOND);
        assertEquals(Map.of(ONE, 1, TWO, 0), weights());
        CompletableFuture<List<String>> healed = engine.heal();
        turn();
        assertEquals(List.of("~ server  [10.0.0.2]:tcp:80 of [192.0.2.1]:tcp:80  weight 0 -> 2"), healed.join());
        assertEquals(Map.of(ONE, 1, TWO, 2), weights());
    }

    @Test
    void whatIsHealedIsSaidWithWhatItWas() {
        start(work(server(ONE, 1)));
        somebody.apply(List.of(new IpvsChange.UpdateService(Tables.virtual(WEB, "sed"))));
        CompletableFuture<List<String>> healed = engine.heal();
        turn();
        assertEquals(List.of("~ service [192.0.2.1]:tcp:80  scheduler sed -> rr"), healed.join());
    }

    @Test
    void theTimerFollowsAReload() {
        CheckersWork plain = work(server(ONE, 1));
        start(plain);
        reload(new CheckersWork(plain.services(), plain.checks(), false, false, null, 0));
        somebody.apply(List.of(new IpvsChange.RemoveServer(WEB, key(ONE, 80))));
        pass(1_000 * SECOND);
        assertEquals(Map.of(), weights());
        reload(new CheckersWork(plain.services(), plain.checks(), false, false, null, 3 * SECOND));
        somebody.apply(List.of(new IpvsChange.RemoveServer(WEB, key(ONE, 80))));
        pass(3 * SECOND);
        assertEquals(Map.of(ONE, 1), weights());
    }

    @Test
    void aKernelThatRefusesIsAskedAgainAndTheChecksGoOn() {
        start(work(server(ONE, 1), server(TWO, 2)));
        prober.dead.add(name(TWO));
        ipvs.failNext(Errno.ENOBUFS);
        pass(SECOND);
        assertEquals(Map.of(ONE, 1, TWO, 2), weights());
        assertEquals(1, snapshot().remarks().size());
        ipvs.failNext(Errno.ENOMEM);
        pass(SECOND);
        assertTrue(
                snapshot().remarks().get(0).contains("ENOMEM"),
                () -> snapshot().remarks().toString());
        pass(2 * SECOND);
        assertEquals(Map.of(ONE, 1), weights());
        assertEquals(List.of(), snapshot().remarks());
    }

    @Test
    void aTableThatCannotBeReadIsNoPlaceToStart() {
        ipvs.failNext(Errno.EPERM);
        CompletableFuture<Void> done = engine.start(work(server(ONE, 1)), Map.of(), Predecessor.NONE);
        turn();
        assertTrue(done.isCompletedExceptionally());
        assertEquals(List.of(), ipvs.history());
    }

    @Test
    void aStopLeavesStrangersAndTheTimeoutsOfBefore() {
        IpvsTimeouts before = ipvs.timeouts();
        somebody.apply(List.of(new IpvsChange.AddService(Tables.virtual(tcp("192.0.2.8", 80), "rr"))));
        CheckersWork plain = work(server(ONE, 1));
        start(
                new CheckersWork(
                        plain.services(), plain.checks(), false, false, new IpvsTimeouts(1, 2, 3), 10 * SECOND),
                Map.of(),
                Predecessor.NONE);
        assertEquals(new IpvsTimeouts(1, 2, 3), ipvs.timeouts());
        CompletableFuture<Void> done = engine.stop(false);
        engine.run();
        assertTrue(done.isDone());
        assertEquals(
                List.of(tcp("192.0.2.8", 80)),
                table().rows().stream().map(IpvsTable.Row::key).toList());
        assertEquals(before, ipvs.timeouts());
    }

    @Test
    void aStopMayKeepTheTableOrClearItAll() {
        start(work(server(ONE, 1)));
        stop(true);
        assertEquals(Map.of(ONE, 1), weights());
        engine = successor();
        somebody.apply(List.of(new IpvsChange.AddService(Tables.virtual(tcp("192.0.2.8", 80), "rr"))));
        CheckersWork plain = work(server(ONE, 1));
        start(
                new CheckersWork(plain.services(), plain.checks(), false, true, null, 10 * SECOND),
                Map.of(),
                Predecessor.NONE);
        stop(false);
        assertTrue(table().isEmpty());
    }

    @Test
    void aSnapshotTellsWhatTheKernelHas() {
        start(work(server(ONE, 1), server(TWO, 2)));
        pass(SECOND);
        somebody.apply(List.of(new IpvsChange.AddServer(WEB, real("10.0.0.77", 1))));
        pass(10 * SECOND);
        CheckersSnapshot snapshot = snapshot();
        CheckersSnapshot.KernelService kernel = snapshot.kernel().get(WEB);
        assertEquals(3, kernel == null ? 0 : kernel.servers().size());
        assertEquals(1, snapshot.strangers().size());
        assertEquals(2, snapshot.checks().size());
        assertEquals(now, snapshot.nowNanos());
        ipvs.failNext(Errno.EPERM);
        assertTrue(String.valueOf(snapshot().kernelProblem()).contains("EPERM"));
    }

    @Test
    void servicesForTheOwnerOfTheirAddressAloneAreCheckedThere() {
        CheckersWork plain = work(server(ONE, 1));
        ServiceDefinition web = plain.services().get(0);
        ServiceDefinition alone = new ServiceDefinition(
                web.name(),
                web.keys(),
                web.scheduler(),
                web.flags(),
                null,
                web.servers(),
                null,
                1,
                0,
                false,
                new PoolPolicy(true, 0, 0));
        start(CheckersWork.of(List.of(alone), plain.checks()));
        prober.dead.add(name(ONE));
        pass(100 * SECOND);
        assertEquals(0, prober.tries);
        engine.addresses(Planner.addresses(alone));
        turn();
        pass(6 * SECOND);
        assertEquals(Map.of(), weights());
        engine.addresses(Set.of());
        turn();
        prober.dead.clear();
        pass(100 * SECOND);
        assertEquals(1, prober.tries);
        assertEquals(Map.of(), weights(), "it stays down");
    }
}
