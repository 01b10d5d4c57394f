package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A named pipe that gets a line for each piece of news.
 *
 * @param owner null: the global {@link GlobalConfig#scriptUser()}
 * @param reader started to read it, with its path behind the command's own arguments; null: nobody is started
 */
public record FifoConfig(
        String path, @Nullable ScriptUser owner, @Nullable ScriptCommand reader, SourcePlace place) {}
