package org.lvsdirector.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationReport;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.FileHostFacts;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.FileSourceLoader;
import org.lvsdirector.config.syntax.ReadingContext;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.parent.ConfigurationSource;

/** Reads configurations and says what is wrong with them. */
final class ConfigurationFiles {
    private ConfigurationFiles() {}

    /** Reads a file with all that it includes; what this host lacks for it is a warning. */
    static ConfigurationResult read(Path file, ReadingContext context) {
        return readAnywhere(file, context).on(new FileHostFacts());
    }

    /** The same, with the text to keep of it. */
    static ConfigurationSource.Reading readWithText(Path file, ReadingContext context) {
        ConfigurationReader.WithText read = ConfigurationReader.ofFiles(context).readWithText(file);
        return new ConfigurationSource.Reading(read.result().on(new FileHostFacts()), read.text(), List.of());
    }

    /** The same without a look at this host, which need not be the one that the file is for. */
    static ConfigurationResult readAnywhere(Path file, ReadingContext context) {
        return ConfigurationReader.ofFiles(context).read(file);
    }

    /** The configuration; if it is refused, all its problems are printed first. */
    static Configuration accepted(ConfigurationResult result, PrintWriter err) throws CommandFailed {
        Configuration configuration = result.configuration();
        if (configuration != null) {
            return configuration;
        }
        print(result, err);
        throw new CommandFailed(result.fileMissing() ? ExitCode.NO_FILE : ExitCode.CONFIGURATION, null);
    }

    /** All problems, each with the line that it is about. */
    static void print(ConfigurationResult result, PrintWriter out) {
        out.print(new ConfigurationReport(new FileSourceLoader()).text(result));
        out.flush();
    }
}
