package org.lvsdirector.config;

import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A line of {@code track_script}, with the script's own weight filled in where the line gives none.
 *
 * @param script name of a {@link VrrpScriptConfig}
 * @param weight as in {@link VrrpScriptConfig#weight()}
 */
public record TrackedScript(String script, int weight, boolean reverse, SourcePlace place) {}
