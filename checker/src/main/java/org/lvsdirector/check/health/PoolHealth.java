package org.lvsdirector.check.health;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of one pool: the state of {@link PoolMachine}, and what the table should hold.
 *
 * @param alive for each real server by name whether all its checks pass
 * @param weightChanges for real servers by name what their checks add to their weights, where they add something
 * @param kept real servers by name that are down and serve all the same, since too few are up
 * @param quorumUp whether the live weight is enough
 * @param sorryActive whether the sorry server stands in
 */
public record PoolHealth(
        Map<String, Boolean> alive,
        Map<String, Integer> weightChanges,
        Set<String> kept,
        boolean quorumUp,
        boolean sorryActive) {
    private static final int MOST_WEIGHT = 65535;

    public PoolHealth {
        alive = Map.copyOf(alive);
        weightChanges = Map.copyOf(weightChanges);
        kept = Set.copyOf(kept);
    }

    /** Health in which no check says anything of weights. */
    public PoolHealth(Map<String, Boolean> alive, boolean quorumUp, boolean sorryActive) {
        this(alive, Map.of(), Set.of(), quorumUp, sorryActive);
    }

    /** The weight that a real server has at present. */
    public int weight(String server, int configured) {
        return clamped(configured + weightChanges.getOrDefault(server, 0));
    }

    static int clamped(int weight) {
        return Math.max(0, Math.min(MOST_WEIGHT, weight));
    }

    /** How a real server of this pool should stand in the table. While the sorry server stands in, no real server is active. */
    public Presence presence(PoolSpec.Server server) {
        if ((isAlive(server.name()) || kept.contains(server.name())) && !sorryActive) {
            return Presence.ACTIVE;
        }
        return server.inhibit() ? Presence.INHIBITED : Presence.ABSENT;
    }

    /** How the sorry server of this pool should stand in the table. */
    public Presence presence(PoolSpec.Sorry sorry) {
        if (sorryActive) {
            return Presence.ACTIVE;
        }
        return sorry.inhibit() ? Presence.INHIBITED : Presence.ABSENT;
    }

    /** Whether a real server is up; one that the pool does not know is not. */
    public boolean isAlive(String server) {
        return alive.getOrDefault(server, false);
    }

    /** Health in which all are up: for a plan made without a running daemon. */
    public static PoolHealth allUp(PoolSpec spec) {
        Map<String, Boolean> alive = new HashMap<>();
        spec.servers().forEach(server -> alive.put(server.name(), true));
        return new PoolHealth(alive, true, false);
    }
}
