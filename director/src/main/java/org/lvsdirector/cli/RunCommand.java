package org.lvsdirector.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code director run}: in the foreground, with the log on the terminal. */
@Command(name = "run", description = "Run a director in the foreground, with its log on standard error.")
final class RunCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final RunSwitches switches = new RunSwitches();

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    @Override
    public Integer call() throws Exception {
        return ForegroundRun.run(
                switches.toOptions(true, false),
                switches.source(),
                spec.commandLine().getErr(),
                () -> {});
    }
}
