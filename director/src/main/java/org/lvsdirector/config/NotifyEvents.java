package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * What is told of an instance or group beside its states.
 *
 * @param tellsDeletion whether its removal by a reload is told as DELETED instead of FAULT
 * @param deleted run then; null: nothing
 * @param lowerPriority run when a MASTER hears a router of lower priority; null: nothing
 * @param priorities whether changes of priority are written to pipes
 * @param mail whether mail is sent of its states
 */
public record NotifyEvents(
        boolean tellsDeletion,
        @Nullable ScriptCommand deleted,
        @Nullable ScriptCommand lowerPriority,
        boolean priorities,
        boolean mail) {
    /** Nothing. */
    public static final NotifyEvents NONE = new NotifyEvents(false, null, null, false, false);
}
