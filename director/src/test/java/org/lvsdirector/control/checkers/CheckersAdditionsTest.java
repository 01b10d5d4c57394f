package org.lvsdirector.control.checkers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lvsdirector.plan.Tables.tcp;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.PoolPolicy;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.plan.ProbeMarks;
import org.lvsdirector.plan.RealServerDefinition;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.plan.Tables;

/** What keepalived does not have. */
class CheckersAdditionsTest extends EngineRig {
    private static ServiceDefinition service(
            String name, ServiceKey key, PoolPolicy policy, RealServerDefinition... servers) {
        return new ServiceDefinition(
                name, List.of(key), "rr", Set.of(), null, List.of(servers), null, 1, 0, false, policy);
    }

    @Test
    void aServerThatComesBackGetsItsWeightLittleByLittle() {
        PoolPolicy slow = new PoolPolicy(false, 0, 20 * SECOND);
        ServiceDefinition web = service("web", WEB, slow, server(ONE, 100), server(TWO, 100));
        start(CheckersWork.of(List.of(web), checks(ONE, TWO)));
        assertEquals(Map.of(ONE, 100, TWO, 100), weights(), "nobody has come back");
        prober.dead.add(name(ONE));
        pass(SECOND);
        prober.dead.clear();
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 10, TWO, 100), weights());
        pass(2 * SECOND);
        assertEquals(Map.of(ONE, 20, TWO, 100), weights());
        for (int step = 0; step < 8; step++) {
            pass(2 * SECOND);
        }
        assertEquals(Map.of(ONE, 100, TWO, 100), weights());
    }

    @Test
    void belowTheFloorTheLastGoodSetStays() {
        ServiceDefinition web = service("web", WEB, new PoolPolicy(false, 1, 0), server(ONE, 1), server(TWO, 1));
        start(CheckersWork.of(List.of(web), checks(ONE, TWO)));
        prober.dead.addAll(Set.of(name(ONE), name(TWO)));
        pass(SECOND);
        assertEquals(1, weights().size());
        prober.dead.clear();
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 1, TWO, 1), weights());
    }

    @Test
    void oneCheckDecidesInManyServices() {
        ServiceKey other = tcp("192.0.2.1", 8080);
        ServiceDefinition web = service("web", WEB, PoolPolicy.USUAL, server(ONE, 1));
        ServiceDefinition twin = service("twin", other, PoolPolicy.USUAL, server(ONE, 1));
        SharedCheck shared = new SharedCheck(new CheckId("twin", name(ONE), 0), id(ONE));
        start(new CheckersWork(
                List.of(web, twin), checks(ONE), false, false, null, 0, KernelExtras.NONE, List.of(shared)));
        prober.dead.add(name(ONE));
        pass(SECOND);
        assertEquals(1, prober.tries);
        assertFalse(health(snapshot(), "web").isAlive(name(ONE)));
        assertFalse(health(snapshot(), "twin").isAlive(name(ONE)));
        prober.dead.clear();
        pass(6 * SECOND);
        assertTrue(health(snapshot(), "twin").isAlive(name(ONE)));
    }

    @Test
    void aServerFoundDeadStaysDeadWhicheverOfItsServicesIsAsked() {
        ServiceKey other = tcp("192.0.2.1", 8080);
        ServiceDefinition web = service("web", WEB, PoolPolicy.USUAL, server(ONE, 1));
        ServiceDefinition twin = service("twin", other, PoolPolicy.USUAL, server(ONE, 1));
        CheckSpec first = checks(ONE).get(0);
        CheckId twins = new CheckId("twin", name(ONE), 0);
        CheckSpec second = new CheckSpec(twins, first.probe(), first.timing(), false, false);
        start(sharing(List.of(web, twin), List.of(first), new SharedCheck(twins, first.id())));
        prober.dead.add(name(ONE));
        pass(SECOND);
        reload(sharing(List.of(twin), List.of(second)));
        assertFalse(health(snapshot(), "twin").isAlive(name(ONE)), "the one that was asked has gone");
        reload(sharing(List.of(web, twin), List.of(first), new SharedCheck(twins, first.id())));
        assertFalse(health(snapshot(), "twin").isAlive(name(ONE)), "a new one is asked in its place");
        reload(sharing(List.of(web, twin), List.of(first, second)));
        assertFalse(health(snapshot(), "twin").isAlive(name(ONE)), "each for itself");
        assertEquals(Map.of(), Objects.requireNonNull(table().row(other)).servers());
        prober.dead.clear();
        pass(6 * SECOND);
        assertTrue(health(snapshot(), "twin").isAlive(name(ONE)));
    }

    private static CheckersWork sharing(
            List<ServiceDefinition> services, List<CheckSpec> checks, SharedCheck... shared) {
        return new CheckersWork(services, checks, false, false, null, 0, KernelExtras.NONE, List.of(shared));
    }

    @Test
    void aServerFoundDeadStaysDeadWhenItsServiceGetsAnotherName() {
        start(work(server(ONE, 1), server(TWO, 1)));
        prober.dead.add(name(ONE));
        pass(SECOND);
        assertEquals(Map.of(TWO, 1), weights());
        ServiceDefinition group = new ServiceDefinition(
                "group",
                List.of(WEB, tcp("192.0.2.2", 80)),
                "rr",
                Set.of(),
                null,
                List.of(server(ONE, 1), server(TWO, 1)),
                null,
                1,
                0,
                false);
        List<CheckSpec> checks = checks(ONE, TWO).stream()
                .map(check -> new CheckSpec(
                        new CheckId("group", check.id().server(), 0), check.probe(), check.timing(), false, false))
                .toList();
        reload(CheckersWork.of(List.of(group), checks));
        assertEquals(Map.of(TWO, 1), weights());
        prober.dead.clear();
        pass(6 * SECOND);
        assertEquals(Map.of(ONE, 1, TWO, 1), weights());
    }

    @Test
    void marksOfProbesAreInTheTableAndTheLedgerAndNowhereElse() {
        ProbeMarks marks = ProbeMarks.of(
                List.of(new ProbeMarks.Target(
                        Tables.address(ONE), ForwardingMethod.DIRECT_ROUTE, Tunnel.IPIP, AddressFamily.IPV4)),
                7,
                7);
        CheckersWork plain = work(server(ONE, 1));
        CheckersWork probing = new CheckersWork(
                plain.services(),
                plain.checks(),
                false,
                false,
                null,
                0,
                new KernelExtras(Map.of(), marks.services(), null),
                List.of());
        ServiceKey key = new ServiceKey.ByFwmark(7, AddressFamily.IPV4);
        start(probing);
        assertEquals(
                1, table().rows().stream().filter(row -> row.key().equals(key)).count());
        assertTrue(ledger.read().ownership().ownsService(key));
        assertEquals(
                List.of("web"),
                snapshot().services().stream().map(ServiceDefinition::name).toList());
        prober.dead.add(name(ONE));
        pass(SECOND);
        assertEquals(Map.of(), weights());
        assertTrue(table().row(key) != null, "nobody's health takes it away");
        reload(plain);
        assertEquals(null, table().row(key));
        reload(probing);
        stop(false);
        assertTrue(table().isEmpty());
    }
}
