package org.lvsdirector.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.config.syntax.Problem;

/**
 * What came of reading a configuration.
 *
 * @param configuration null when it is refused, that is when any problem is an error
 * @param problems in the order of the files
 * @param fileMissing the file itself (not an included one) does not exist or cannot be read
 */
public record ConfigurationResult(@Nullable Configuration configuration, List<Problem> problems, boolean fileMissing) {
    public ConfigurationResult {
        problems = List.copyOf(problems);
    }

    /** True when the configuration may run. */
    public boolean accepted() {
        return configuration != null;
    }

    /** The same with what this host lacks added, see {@link HostCheck}. */
    public ConfigurationResult on(HostFacts host) {
        if (configuration == null) {
            return this;
        }
        return with(new HostCheck(host).problems(configuration));
    }

    /** The same with more problems, none of which refuses it. */
    public ConfigurationResult with(List<Problem> warnings) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(warnings);
        return new ConfigurationResult(configuration, all, fileMissing);
    }
}
