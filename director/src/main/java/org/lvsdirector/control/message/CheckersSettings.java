package org.lvsdirector.control.message;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.checkers.CheckersWork;
import org.lvsdirector.control.checkers.SyncRoles;

/**
 * Everything that the checkers process is asked to do.
 *
 * @param sync how connections are copied to and from other directors; null: they are not
 * @param ledger path of the file that remembers what is ours
 * @param tuning how the process is to run
 */
public record CheckersSettings(
        CheckersWork work, String ledger, @Nullable SyncRoles sync, ProcessTuning tuning) {}
