package org.lvsdirector.control.message;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.Scheduling;

/**
 * How a process is to run, whatever its work.
 *
 * @param seed where chance begins; null: anywhere
 * @param tellsStart whether the states with which real servers and quorums begin are told as if they had changed
 */
public record ProcessTuning(Scheduling scheduling, @Nullable Long seed, boolean tellsStart) {
    /** As any other process. */
    public static final ProcessTuning USUAL = new ProcessTuning(Scheduling.ORDINARY, null, false);
}
