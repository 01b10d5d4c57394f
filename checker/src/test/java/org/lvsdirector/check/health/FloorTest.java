package org.lvsdirector.check.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lvsdirector.check.CheckId;

/** With too few healthy servers the last good set serves on. */
class FloorTest {
    private static final int SEEDS = 10_000;

    private final Map<CheckId, CheckHealth> checks = new HashMap<>();
    private PoolHealth health = PoolHealth.allUp(pool(2, null));
    private PoolStep last = new PoolStep(health, List.of(), List.of());

    private static PoolSpec pool(int floor, PoolSpec.@Nullable Sorry sorry) {
        List<PoolSpec.Server> servers = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            servers.add(new PoolSpec.Server(name, 1, false, List.of(new CheckId("vs", name, 0))));
        }
        return new PoolSpec("vs", servers, 1, 0, sorry, false, floor);
    }

    private static String active(PoolSpec pool, PoolHealth health) {
        StringBuilder names = new StringBuilder();
        pool.servers().stream()
                .filter(server -> health.presence(server) == Presence.ACTIVE)
                .forEach(server -> names.append(server.name()));
        return names.toString();
    }

    private String set(PoolSpec pool, String server, boolean up) {
        checks.put(new CheckId("vs", server, 0), CheckHealth.known(up));
        last = PoolMachine.step(pool, health, checks);
        health = last.health();
        return active(pool, health);
    }

    @Test
    void theLastGoodSetServesOn() {
        PoolSpec pool = pool(2, new PoolSpec.Sorry("s", false));
        assertEquals("bc", set(pool, "a", false));
        assertEquals("bc", set(pool, "b", false));
        assertEquals(
                "Keeping service b in VS vs though it is down: of at least 2 servers (healthy_floor) 1 are up",
                last.messages().get(0).text());
        assertEquals(HealthMessage.Level.WARNING, last.messages().get(0).level());
        assertEquals(List.of(new PoolEvent.ServerChanged("vs", "b", false)), last.events(), "scripts hear of it");
        assertEquals("bc", set(pool, "c", false));
        assertTrue(health.quorumUp());
        assertEquals("bc", set(pool, "c", true), "one is not enough");
        assertEquals("ac", set(pool, "a", true), "these two are, and the one that is down goes");
        assertEquals("abc", set(pool, "b", true));
    }

    @Test
    void offByDefault() {
        PoolSpec pool = pool(0, null);
        assertEquals("bc", set(pool, "a", false));
        assertEquals("c", set(pool, "b", false));
        assertEquals("", set(pool, "c", false));
    }

    @Test
    void aReloadWithoutTheFloorTakesThemOut() {
        PoolSpec pool = pool(2, null);
        set(pool, "a", false);
        set(pool, "b", false);
        set(pool, "c", false);
        assertEquals(
                "bc", active(pool, PoolMachine.reconfigure(pool, health, checks).health()));
        assertEquals(
                "",
                active(
                        pool,
                        PoolMachine.reconfigure(pool(0, null), health, checks).health()));
    }

    @Test
    void aSuccessorKeepsTheSetThatItFinds() {
        PoolSpec pool = pool(2, new PoolSpec.Sorry("s", false));
        set(pool, "a", false);
        set(pool, "b", false);
        set(pool, "c", false);
        health = PoolMachine.adopt(pool, checks, false, Set.of("b", "c")).health();
        assertEquals("bc", active(pool, health));
        assertTrue(health.quorumUp());
        assertEquals("abc", set(pool, "a", true), "not enough to do without them");
        assertEquals("ac", set(pool, "c", true));
        checks.put(new CheckId("vs", "b", 0), CheckHealth.known(false));
        assertEquals(
                "ac",
                active(
                        pool,
                        PoolMachine.adopt(pool, checks, false, Set.of("a", "b", "c"))
                                .health()),
                "nobody is kept where enough are up");
    }

    /** Whatever fails and comes back: never fewer than the floor, never a server that is down without need. */
    @Test
    void anySequence() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int floor = random.nextInt(5);
            PoolSpec pool = pool(floor, null);
            checks.clear();
            health = PoolHealth.allUp(pool);
            Set<String> up = new HashSet<>(Set.of("a", "b", "c"));
            for (int step = 0; step < 30; step++) {
                String server = List.of("a", "b", "c").get(random.nextInt(3));
                boolean good = random.nextBoolean();
                if (good) {
                    up.add(server);
                } else {
                    up.remove(server);
                }
                String active = set(pool, server, good);
                assertTrue(active.length() >= Math.min(floor, 3), "seed " + seed);
                up.forEach(name -> assertTrue(active.contains(name), "a good one serves"));
                if (up.size() >= floor) {
                    assertEquals(up.size(), active.length(), "seed " + seed);
                }
            }
        }
    }
}
