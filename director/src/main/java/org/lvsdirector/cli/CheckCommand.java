package org.lvsdirector.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lvsdirector.config.ConfigurationReport;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.control.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code director check}: needs no root, no IPVS and none of the interfaces. */
@Command(name = "check", description = "Check configurations without running them.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Configurations, each for itself.")
    List<Path> files = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Override
    public Integer call() {
        int worst = ExitCode.OK;
        for (Path file : files) {
            worst = Math.max(worst, check(file));
        }
        return worst;
    }

    private int check(Path file) {
        ConfigurationResult result = ConfigurationFiles.read(file);
        ConfigurationFiles.print(result, spec.commandLine().getErr());
        if (result.accepted()) {
            spec.commandLine().getOut().println(file + ": good");
        }
        return ConfigurationReport.exitCode(result);
    }
}
