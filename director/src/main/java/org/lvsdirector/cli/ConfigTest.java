package org.lvsdirector.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lvsdirector.config.ConfigurationReport;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.syntax.ReadingContext;

/** {@code -t}: keepalived's configuration test with keepalived's exit codes, which scripts around it know. */
final class ConfigTest {
    private ConfigTest() {}

    /**
     * Tests a file.
     *
     * @param log file to write to, or empty for standard error
     */
    static int run(Path file, ReadingContext context, String log, PrintWriter err) throws IOException {
        ConfigurationResult result = ConfigurationFiles.read(file, context);
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
