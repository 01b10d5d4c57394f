package org.lvsdirector.cli;

import java.util.concurrent.Callable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code director reload}. */
@Command(name = "reload", description = "Read the configuration again; a bad one is refused and changes nothing.")
final class ReloadCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final InstanceSwitch instance = new InstanceSwitch();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Override
    public Integer call() throws CommandFailed {
        if (instance.ask(new Request.Reload()) instanceof Reply.Done done) {
            spec.commandLine().getOut().println(done.sentence());
        }
        return ExitCode.OK;
    }
}
