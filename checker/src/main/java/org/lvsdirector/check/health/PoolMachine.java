package org.lvsdirector.check.health;

import java.util.Map;
import java.util.Set;
import org.lvsdirector.check.CheckId;

/**
 * From the checks of a pool to what is alive, whether the quorum holds and whether the sorry server stands in; keepalived 2.2.7's rules.
 * The quorum is gained at a live weight of quorum plus hysteresis, and lost below quorum minus hysteresis or at 0. A sorry server comes
 * when the quorum is lost; while it stands in, the real servers that are still alive are out of the table.
 *
 * <p>Checks that the map does not have count as passed.
 */
public final class PoolMachine {
    private PoolMachine() {}

    /** A pool whose service did not exist before. */
    public static PoolStep start(PoolSpec spec, Map<CheckId, CheckHealth> checks) {
        return new PoolTransition(spec, checks).start();
    }

    /**
     * A pool whose service exists already in the table.
     *
     * @param sorryInTable the sorry server was found there with a weight: the quorum counts as lost until the weight says otherwise
     * @param offered real servers that were found there, by name: below the floor these are the last good set
     */
    public static PoolStep adopt(
            PoolSpec spec, Map<CheckId, CheckHealth> checks, boolean sorryInTable, Set<String> offered) {
        return new PoolTransition(spec, checks).adopt(sorryInTable, offered);
    }

    /** After some checks changed. */
    public static PoolStep step(PoolSpec spec, PoolHealth health, Map<CheckId, CheckHealth> checks) {
        return new PoolTransition(spec, checks).step(health);
    }

    /** After a reload: servers may have come, gone or changed weight; quorum and hysteresis may differ. */
    public static PoolStep reconfigure(PoolSpec spec, PoolHealth before, Map<CheckId, CheckHealth> checks) {
        return new PoolTransition(spec, checks).reconfigure(before);
    }

    /** At a stop: with {@code omega}, the events as if all went down; the table is not this machine's affair then. */
    public static PoolStep stop(PoolSpec spec, PoolHealth health) {
        return new PoolTransition(spec, Map.of()).stop(health);
    }
}
