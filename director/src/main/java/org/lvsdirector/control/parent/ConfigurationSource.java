package org.lvsdirector.control.parent;

import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.effective.ConfigurationText;

/** Reads a configuration's file and all that it includes; problems are part of the result. */
@FunctionalInterface
public interface ConfigurationSource {
    Reading read(Path file);

    /**
     * What came of it.
     *
     * @param text the configuration in one file: includes, variables and conditions carried out
     * @param toLog lines that the operator wants in the log
     */
    record Reading(ConfigurationResult result, ConfigurationText text, List<String> toLog) {
        public Reading {
            toLog = List.copyOf(toLog);
        }

        /** The same with lines for the log. */
        public Reading logging(List<String> lines) {
            return new Reading(result, text, lines);
        }
    }
}
