package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * Who runs a script.
 *
 * @param group null: the user's own group
 */
public record ScriptUser(String user, @Nullable String group) {}
