package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * How much live weight a virtual server needs.
 *
 * @param quorum least sum of the weights of live real servers, at least 1
 * @param hysteresis gained at quorum + hysteresis, lost below quorum - hysteresis; less than the quorum
 * @param up run when gained; null: nothing
 * @param down run when lost; null: nothing
 * @param mail whether mail is sent of both
 */
public record QuorumConfig(
        long quorum,
        long hysteresis,
        @Nullable ScriptCommand up,
        @Nullable ScriptCommand down,
        boolean mail) {}
