package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * The commands that tell an operator's scripts of a state. Null: none.
 *
 * @param any {@code notify}: run after the particular one, with four arguments appended (see the reference page)
 */
public record NotifyScripts(
        @Nullable ScriptCommand master,
        @Nullable ScriptCommand backup,
        @Nullable ScriptCommand fault,
        @Nullable ScriptCommand stop,
        @Nullable ScriptCommand any,
        NotifyEvents events) {

    /** No command at all. */
    public static final NotifyScripts NONE = new NotifyScripts(null, null, null, null, null, NotifyEvents.NONE);
}
