package org.lvsdirector.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code director}: without a command it is keepalived, switches and all. */
@Command(
        name = "director",
        versionProvider = DirectorCommand.VersionText.class,
        description = "Runs a Linux Virtual Server cluster from keepalived.conf.",
        synopsisHeading = "%nUsage: ",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nkeepalived's switches, to run without a command:%n")
final class DirectorCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final RunSwitches switches = new RunSwitches();

    @Option(
            names = {"-n", "--dont-fork"},
            description = "Stay in the foreground.")
    boolean foreground;

    @Option(
            names = {"-t", "--config-test"},
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "LOG",
            description = "Test the configuration and leave; exit codes are keepalived's: 0, 4, 5, 6.")
    @Nullable
    String configTest;

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Print the version.")
    boolean version;

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    private final boolean background;

    /** @param background this is the process that the launcher has started */
    DirectorCommand(boolean background) {
        this.background = background;
    }

    @Override
    public Integer call() throws Exception {
        if (configTest != null) {
            return ConfigTest.run(
                    switches.file,
                    switches.configId.context(),
                    configTest,
                    spec.commandLine().getErr());
        }
        if (foreground) {
            return ForegroundRun.run(
                    switches.toOptions(false, false),
                    switches.source(),
                    spec.commandLine().getErr(),
                    () -> {});
        }
        return background
                ? BackgroundLaunch.runInBackground(switches, spec.commandLine().getErr())
                : BackgroundLaunch.run(
                        spec.commandLine().getParseResult().originalArgs().toArray(String[]::new));
    }

    /** Prints the version. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"director " + Version.NUMBER};
        }
    }
}
