package org.lvsdirector.cli;

import java.io.PrintWriter;
import java.util.List;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.control.parent.CannotStart;
import org.lvsdirector.control.parent.DirectorProcess;
import org.lvsdirector.control.parent.RunOptions;

/** Runs the parent process in this very process. */
final class ForegroundRun {
    private ForegroundRun() {}

    /**
     * Runs until the director is stopped.
     *
     * @param err where problems of the configuration go
     * @param onUp called once all children run
     */
    static int run(RunOptions options, PrintWriter err, Runnable onUp) throws CommandFailed {
        ConfigurationResult result = ConfigurationFiles.read(options.configuration());
        Configuration configuration = ConfigurationFiles.accepted(result, err);
        try {
            return new DirectorProcess(options, ConfigurationFiles::read, onUp)
                    .run(configuration, List.copyOf(result.problems()));
        } catch (CannotStart cannot) {
            throw new CommandFailed(cannot.exitCode(), cannot.getMessage());
        }
    }
}
