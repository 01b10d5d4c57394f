package org.lvsdirector.check.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;

/** Rules and words as keepalived 2.2.7 showed them when run with these numbers. */
class PoolMachineTest {
    private static final String VS = "[10.9.9.9]:tcp:81";
    private static final PoolSpec.Sorry SORRY = new PoolSpec.Sorry("[10.9.9.1]:tcp:80", false);

    private final Map<CheckId, CheckHealth> checks = new HashMap<>();

    @Test
    void aPoolStartsByGainingItsQuorum() {
        PoolStep step = PoolMachine.start(pool(1, 0, null, server("a", 1), server("b", 1)), checks);
        assertTrue(step.health().quorumUp());
        assertEquals(List.of("Gained quorum 1+0=1 <= 2 for VS " + VS), said(step));
        assertEquals(List.of(new PoolEvent.QuorumChanged(VS, true)), step.events(), "scripts run, as with keepalived");
    }

    @Test
    void aPoolThatStartsBelowItsQuorumStartsWithTheSorryServer() {
        PoolSpec pool = pool(2, 1, SORRY, server("a", 1), server("b", 1), server("c", 1));
        set("a", false);
        set("b", false);
        PoolStep step = PoolMachine.start(pool, checks);
        assertFalse(step.health().quorumUp());
        assertTrue(step.health().sorryActive());
        assertEquals(
                List.of(
                        "Starting with quorum down 2+1=3 > 1 for VS " + VS,
                        "Adding sorry server [10.9.9.1]:tcp:80 to VS " + VS,
                        "Removing alive servers from the pool for VS " + VS),
                said(step));
        assertEquals(Presence.ABSENT, step.health().presence(pool.servers().get(2)));
    }

    @Test
    void withoutASorryServerTheLiveServersStayWhateverTheQuorum() {
        PoolSpec pool = pool(2, 1, null, server("a", 1), server("b", 1));
        set("a", false);
        PoolStep step = PoolMachine.start(pool, checks);
        assertFalse(step.health().quorumUp());
        assertEquals(List.of(), said(step));
        assertEquals(Presence.ABSENT, step.health().presence(pool.servers().get(0)));
        assertEquals(Presence.ACTIVE, step.health().presence(pool.servers().get(1)));
    }

    @Test
    void theLastServerDownBringsTheSorryServerAndTheFirstUpSendsItAway() {
        PoolSpec pool = pool(1, 0, SORRY, server("a", 1));
        PoolHealth up = PoolMachine.start(pool, checks).health();
        set("a", false);
        PoolStep lost = PoolMachine.step(pool, up, checks);
        assertEquals(
                List.of(
                        "Removing service a from VS " + VS,
                        "Lost quorum 1-0=1 > 0 for VS " + VS,
                        "Adding sorry server [10.9.9.1]:tcp:80 to VS " + VS,
                        "Removing alive servers from the pool for VS " + VS),
                said(lost));
        assertEquals(
                List.of(new PoolEvent.ServerChanged(VS, "a", false), new PoolEvent.QuorumChanged(VS, false)),
                lost.events());
        assertEquals(Presence.ACTIVE, lost.health().presence(SORRY));
        set("a", true);
        PoolStep gained = PoolMachine.step(pool, lost.health(), checks);
        assertEquals(
                List.of(
                        "Adding service a to VS " + VS,
                        "Gained quorum 1+0=1 <= 1 for VS " + VS,
                        "Adding alive servers to the pool for VS " + VS,
                        "Removing sorry server [10.9.9.1]:tcp:80 from VS " + VS),
                said(gained));
        assertEquals(Presence.ABSENT, gained.health().presence(SORRY));
        assertEquals(Presence.ACTIVE, gained.health().presence(pool.servers().get(0)));
    }

    @Test
    void hysteresisCountsBothWays() {
        PoolSpec pool = pool(2, 1, null, server("a", 1), server("b", 1), server("c", 1));
        PoolHealth health = PoolMachine.start(pool, checks).health();
        assertTrue(health.quorumUp());
        set("a", false);
        set("b", false);
        health = PoolMachine.step(pool, health, checks).health();
        assertTrue(health.quorumUp(), "1 is not below 2-1");
        set("c", false);
        health = PoolMachine.step(pool, health, checks).health();
        assertFalse(health.quorumUp(), "0 is always too little");
        set("a", true);
        set("b", true);
        health = PoolMachine.step(pool, health, checks).health();
        assertFalse(health.quorumUp(), "2 is below 2+1");
        set("c", true);
        assertTrue(PoolMachine.step(pool, health, checks).health().quorumUp());
    }

    @Test
    void weightZeroDoesNotCount() {
        PoolSpec pool = pool(1, 0, null, server("a", 0), server("b", 3));
        PoolHealth health = PoolMachine.start(pool, checks).health();
        set("b", false);
        assertFalse(PoolMachine.step(pool, health, checks).health().quorumUp());
    }

    @Test
    void inhibitKeepsAServerWithoutWeight() {
        PoolSpec.Server server = new PoolSpec.Server("a", 1, true, List.of(check("a", 0)));
        PoolSpec pool = pool(1, 0, new PoolSpec.Sorry("s", true), server, server("b", 1));
        PoolHealth health = PoolMachine.start(pool, checks).health();
        assertEquals(Presence.INHIBITED, health.presence(new PoolSpec.Sorry("s", true)));
        set("a", false);
        PoolStep down = PoolMachine.step(pool, health, checks);
        assertEquals(List.of("Disabling service a of VS " + VS), said(down));
        assertEquals(Presence.INHIBITED, down.health().presence(server));
        set("a", true);
        PoolStep back = PoolMachine.step(pool, down.health(), checks);
        assertEquals(List.of("Enabling service a of VS " + VS), said(back));
        assertEquals(Presence.ACTIVE, back.health().presence(server));
    }

    @Test
    void aServerIsUpOnlyWhenAllItsChecksAre() {
        PoolSpec.Server server = new PoolSpec.Server("a", 1, false, List.of(check("a", 0), check("a", 1)));
        PoolSpec pool = pool(1, 0, null, server);
        checks.put(check("a", 0), CheckHealth.known(false));
        checks.put(check("a", 1), CheckHealth.known(false));
        PoolHealth health = PoolMachine.start(pool, checks).health();
        checks.put(check("a", 1), CheckHealth.known(true));
        health = PoolMachine.step(pool, health, checks).health();
        assertFalse(health.isAlive("a"));
        checks.put(check("a", 0), CheckHealth.known(true));
        assertTrue(PoolMachine.step(pool, health, checks).health().isAlive("a"));
    }

    @Test
    void aSorryServerFoundInTheTableMeansThatTheQuorumIsLost() {
        PoolSpec pool = pool(2, 0, SORRY, server("a", 1), server("b", 1));
        set("b", false);
        PoolStep step = PoolMachine.adopt(pool, checks, true, Set.of());
        assertFalse(step.health().quorumUp());
        assertTrue(step.health().sorryActive());
        assertEquals(List.of("Starting with quorum down for VS " + VS), said(step));
        set("b", true);
        assertTrue(PoolMachine.adopt(pool, checks, true, Set.of()).health().quorumUp());
    }

    @Test
    void anAdoptedPoolHoldsItsQuorumWithinTheHysteresis() {
        PoolSpec pool = pool(2, 1, SORRY, server("a", 1), server("b", 1));
        set("b", false);
        assertTrue(PoolMachine.adopt(pool, checks, false, Set.of()).health().quorumUp());
        assertFalse(PoolMachine.start(pool, checks).health().quorumUp());
    }

    @Test
    void aReloadTakesServersInAsTheirChecksSayAndWeighsAgain() {
        PoolSpec before = pool(1, 0, SORRY, server("a", 1));
        set("a", false);
        PoolHealth down = PoolMachine.start(before, checks).health();
        PoolSpec after = pool(1, 0, SORRY, server("a", 1), server("b", 2));
        PoolStep step = PoolMachine.reconfigure(after, down, checks);
        assertTrue(step.health().isAlive("b"));
        assertFalse(step.health().isAlive("a"));
        assertFalse(step.health().sorryActive());
        assertEquals("Gained quorum 1+0=1 <= 2 for VS " + VS, said(step).get(0));
    }

    @Test
    void aReloadThatTakesTheSorryServerAwayPutsTheLiveServersBack() {
        PoolSpec before = pool(2, 0, SORRY, server("a", 1), server("b", 1));
        set("a", false);
        PoolHealth lost = PoolMachine.start(before, checks).health();
        assertEquals(Presence.ABSENT, lost.presence(server("b", 1)));
        PoolHealth after = PoolMachine.reconfigure(pool(2, 0, null, server("a", 1), server("b", 1)), lost, checks)
                .health();
        assertEquals(Presence.ACTIVE, after.presence(server("b", 1)));
    }

    @Test
    void omegaTellsOfAllThatGoesDownAtAStop() {
        PoolSpec pool = new PoolSpec(VS, List.of(server("a", 1), server("b", 1)), 1, 0, null, true);
        set("b", false);
        PoolHealth health = PoolMachine.start(pool, checks).health();
        assertEquals(
                List.of(new PoolEvent.ServerChanged(VS, "a", false), new PoolEvent.QuorumChanged(VS, false)),
                PoolMachine.stop(pool, health).events());
        assertEquals(
                List.of(),
                PoolMachine.stop(pool(1, 0, null, server("a", 1)), health).events());
    }

    private void set(String server, boolean up) {
        checks.put(check(server, 0), CheckHealth.known(up));
    }

    private static PoolSpec pool(
            int quorum, int hysteresis, PoolSpec.@Nullable Sorry sorry, PoolSpec.Server... servers) {
        return new PoolSpec(VS, List.of(servers), quorum, hysteresis, sorry, false);
    }

    private static PoolSpec.Server server(String name, int weight) {
        return new PoolSpec.Server(name, weight, false, List.of(check(name, 0)));
    }

    private static CheckId check(String server, int position) {
        return new CheckId(VS, server, position);
    }

    private static List<String> said(PoolStep step) {
        return step.messages().stream().map(HealthMessage::text).toList();
    }
}
