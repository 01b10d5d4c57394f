package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * How news are told beside scripts.
 *
 * @param all gets all of them; null: no such pipe
 * @param vrrp gets those of virtual routers
 * @param lvs gets those of real servers and quorums
 * @param statesOnReload whether the state of each virtual router is written again after a reload
 * @param conflicts whether they are told of second masters and of addresses that another host has too
 */
public record TellingConfig(
        @Nullable FifoConfig all,
        @Nullable FifoConfig vrrp,
        @Nullable FifoConfig lvs,
        boolean statesOnReload,
        boolean conflicts) {
    /** No pipes at all. */
    public static final TellingConfig NONE = new TellingConfig(null, null, null, false, false);
}
