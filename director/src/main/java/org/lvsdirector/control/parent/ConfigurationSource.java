package org.lvsdirector.control.parent;

import java.nio.file.Path;
import org.lvsdirector.config.ConfigurationResult;

/** Reads a configuration's file and all that it includes; problems are part of the result. */
@FunctionalInterface
public interface ConfigurationSource {
    ConfigurationResult read(Path file);
}
