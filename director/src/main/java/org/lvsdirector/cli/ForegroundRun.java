package org.lvsdirector.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.ParentConfig.PlaceConfig;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.mapping.ScriptHost;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.mapping.WorkMapping;
import org.lvsdirector.control.parent.CannotStart;
import org.lvsdirector.control.parent.ConfigurationSource;
import org.lvsdirector.control.parent.DirectorProcess;
import org.lvsdirector.control.parent.Relocation;
import org.lvsdirector.control.parent.RunOptions;

/** Runs the parent process in this very process. */
final class ForegroundRun {
    private ForegroundRun() {}

    /** What a file means. The configuration itself is not kept: a large one is most of the process. */
    private record Start(RunOptions options, Work work, List<String> warnings, ConfigurationSource.Reading reading) {}

    /**
     * Runs until the director is stopped.
     *
     * @param source reads the configuration, now and at each reload
     * @param err where problems of the configuration go
     * @param onUp called once all children run
     */
    static int run(RunOptions options, ConfigurationSource source, PrintWriter err, Runnable onUp)
            throws CommandFailed {
        try {
            Start start = read(options, source, err);
            return new DirectorProcess(start.options(), source, onUp)
                    .run(start.work(), start.warnings(), start.reading());
        } catch (CannotStart cannot) {
            throw new CommandFailed(cannot.exitCode(), cannot.getMessage());
        }
    }

    private static Start read(RunOptions given, ConfigurationSource source, PrintWriter err)
            throws CommandFailed, CannotStart {
        ConfigurationSource.Reading reading = source.read(given.configuration());
        ConfigurationResult result = reading.result();
        Configuration configuration = ConfigurationFiles.accepted(result, err);
        PlaceConfig place = configuration.globals().parent().place();
        if (place.namespace() != null) {
            Relocation.to(place.namespace());
        }
        RunOptions options = given.at(place);
        try {
            Work work = WorkMapping.map(
                    1, configuration, options.selected(), options.files().tableLedger(), ScriptHost.THIS_MACHINE);
            List<String> warnings = new ArrayList<>();
            result.problems().stream().map(Problem::toString).forEach(warnings::add);
            warnings.addAll(work.remarks());
            return new Start(options, work, warnings, reading);
        } catch (IllegalArgumentException unusable) {
            throw new CommandFailed(ExitCode.CONFIGURATION, unusable.getMessage());
        }
    }
}
