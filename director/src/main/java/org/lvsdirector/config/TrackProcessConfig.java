package org.lvsdirector.config;

import java.time.Duration;
import java.util.List;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A {@code vrrp_track_process} block.
 *
 * @param command the process's name, then its parameters
 * @param fullCommand compare the name with the whole first word of its command line
 * @param weight as in {@link VrrpScriptConfig#weight()}, -254 to 254
 * @param quorum so many must run at least
 * @param quorumMax so many may run at most
 * @param forkDelay how long the number must be right before it counts
 * @param terminateDelay how long it must be wrong
 */
public record TrackProcessConfig(
        String name,
        List<String> command,
        Match match,
        boolean fullCommand,
        int weight,
        boolean reverse,
        int quorum,
        int quorumMax,
        Duration forkDelay,
        Duration terminateDelay,
        SourcePlace place) {
    /** How parameters are compared. */
    public enum Match {
        /** They do not matter. */
        ANY,
        /** They must be the same. */
        EXACT,
        /** There may be more. */
        PARTIAL,
        /** The last one may be longer. */
        INITIAL
    }

    public TrackProcessConfig {
        command = List.copyOf(command);
    }
}
