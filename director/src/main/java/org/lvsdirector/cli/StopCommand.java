package org.lvsdirector.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.client.ControlClient;
import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code director stop}: returns when the director has stopped. */
@Command(name = "stop", description = "Stop the director and wait until it has stopped.")
final class StopCommand implements Callable<Integer> {
    @Mixin
    final InstanceSwitch instance = new InstanceSwitch();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Override
    public Integer call() throws CommandFailed {
        try (ControlClient client = instance.connect()) {
            InstanceSwitch.orFail(client.ask(new Request.Stop()));
            client.awaitEnd();
            return ExitCode.OK;
        } catch (IOException gone) {
            // It stopped before it could say so; that is what was asked for.
            return ExitCode.OK;
        }
    }
}
