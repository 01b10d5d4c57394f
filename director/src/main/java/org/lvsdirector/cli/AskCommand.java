package org.lvsdirector.cli;

import java.util.concurrent.Callable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a running director for one thing and prints what came of it. */
abstract class AskCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final InstanceSwitch instance = new InstanceSwitch();

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    /** What to ask for, as the switches have it. */
    abstract Request request();

    @Override
    public Integer call() throws Exception {
        if (instance.ask(request()) instanceof Reply.Done done) {
            spec.commandLine().getOut().println(done.sentence());
        }
        return ExitCode.OK;
    }
}
