package org.lvsdirector.vrrp.machine;

import org.jspecify.annotations.Nullable;

/**
 * A view of one {@code vrrp_script}.
 *
 * @param lastOutcome of the last run that ended, or null before the first
 * @param running whether a run is under way
 */
public record ScriptStatus(
        String name, Standing standing, @Nullable ScriptOutcome lastOutcome, boolean running) {

    /** What trackers make of the script. */
    public enum Standing {
        /** No result yet. */
        UNKNOWN,
        UP,
        DOWN
    }
}
