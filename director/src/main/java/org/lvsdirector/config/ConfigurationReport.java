package org.lvsdirector.config;

import java.util.List;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.config.syntax.Severity;
import org.lvsdirector.config.syntax.SourceExcerpt;
import org.lvsdirector.config.syntax.SourceLoader;

/** Problems as people read them: each with the line it is about and a caret under the column, then a count. Also the exit codes. */
public final class ConfigurationReport {
    /** Exit code: good, or warnings only. */
    public static final int GOOD = 0;

    /** Exit code: the configuration has errors. */
    public static final int CONFIGURATION = 2;

    /** Exit code: no such file. */
    public static final int NO_FILE = 6;

    /** Exit code of keepalived's {@code -t}: cannot run at all. */
    public static final int KEEPALIVED_CANNOT_RUN = 4;

    /** Exit code of keepalived's {@code -t}: the configuration has errors. */
    public static final int KEEPALIVED_CONFIGURATION = 5;

    /** Exit code of keepalived's {@code -t}: scripts run while script security is off. */
    public static final int KEEPALIVED_SECURITY = 6;

    private final SourceLoader loader;

    /** @param loader for the lines to show */
    public ConfigurationReport(SourceLoader loader) {
        this.loader = loader;
    }

    /** All problems and a count; the empty string if there are none. */
    public String text(ConfigurationResult result) {
        SourceExcerpt excerpt = new SourceExcerpt(loader);
        StringBuilder text = new StringBuilder();
        for (Problem problem : result.problems()) {
            text.append(problem.place())
                    .append(": ")
                    .append(problem.severity().word())
                    .append(": ");
            text.append(problem.message()).append('\n');
            excerpt.of(problem.place())
                    .forEach(line -> text.append("    ").append(line).append('\n'));
            problem.uses()
                    .forEach(use -> text.append("    = used at ").append(use).append('\n'));
            if (!problem.advice().isEmpty()) {
                text.append("    = ").append(problem.advice()).append('\n');
            }
        }
        if (!result.problems().isEmpty()) {
            text.append(count(result.problems())).append('\n');
        }
        return text.toString();
    }

    private static String count(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        return many(errors, Severity.ERROR) + ", " + many(warnings, Severity.WARNING);
    }

    private static String many(long count, Severity severity) {
        return count + " " + severity.word() + (count == 1 ? "" : "s");
    }

    /** Exit code of {@code director check}. */
    public static int exitCode(ConfigurationResult result) {
        if (result.accepted()) {
            return GOOD;
        }
        return result.fileMissing() ? NO_FILE : CONFIGURATION;
    }

    /**
     * Exit code of keepalived's {@code --config-test}. One difference: a file that does not exist is no success (keepalived 2.2.7 returns
     * 0).
     */
    public static int keepalivedExitCode(ConfigurationResult result) {
        Configuration configuration = result.configuration();
        if (configuration == null) {
            return result.fileMissing() ? KEEPALIVED_CANNOT_RUN : KEEPALIVED_CONFIGURATION;
        }
        boolean insecure = !configuration.globals().scriptSecurity()
                && !Scripts.of(configuration).isEmpty();
        return insecure ? KEEPALIVED_SECURITY : GOOD;
    }
}
