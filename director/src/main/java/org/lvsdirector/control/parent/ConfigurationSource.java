package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.lvsdirector.config.ConfigurationResult;

/** Reads a configuration's file and all that it includes; problems are part of the result. */
@FunctionalInterface
public interface ConfigurationSource {
    Reading read(Path file);

    /**
     * What came of it.
     *
     * @param text the configuration in one file: includes, variables and conditions carried out
     */
    record Reading(ConfigurationResult result, Supplier<String> text) {}
}
