package org.lvsdirector.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What ps, top and {@code pgrep} call a process. */
public final class ProcessName {
    /** Where a child process finds its name. */
    public static final String VARIABLE = "LVSDIRECTOR_PROCESS_NAME";

    private static final Logger LOG = LoggerFactory.getLogger(ProcessName.class);
    /** The name of the process is that of its first thread, which is none of Java's; any thread may write it here. */
    private static final Path OWN = Path.of("/proc/self/comm");

    private ProcessName() {}

    /** Calls this process so; null leaves it as it is. */
    public static void set(@Nullable String name) {
        if (name == null) {
            return;
        }
        try {
            Files.writeString(OWN, name, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            LOG.warn("Cannot name the process {}: {}", name, refused.toString());
        }
    }
}
