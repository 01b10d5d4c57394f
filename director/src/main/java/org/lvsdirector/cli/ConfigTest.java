package org.lvsdirector.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lvsdirector.config.ConfigurationReport;
import org.lvsdirector.config.ConfigurationResult;

/** {@code -t}: keepalived's configuration test with keepalived's exit codes, which scripts around it know. */
final class ConfigTest {
    private ConfigTest() {}

    /**
     * Tests a file.
     *
     * @param log file to write to, or empty for standard error
     */
    static int run(Path file, String log, PrintWriter err) throws IOException {
        ConfigurationResult result = ConfigurationFiles.read(file);
        if (log.isEmpty()) {
            ConfigurationFiles.print(result, err);
        } else {
            try (PrintWriter out = new PrintWriter(log, StandardCharsets.UTF_8)) {
                ConfigurationFiles.print(result, out);
            }
        }
        return ConfigurationReport.keepalivedExitCode(result);
    }
}
