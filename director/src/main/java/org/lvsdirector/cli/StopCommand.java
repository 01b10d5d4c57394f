package org.lvsdirector.cli;

import java.io.IOException;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.client.ControlClient;
import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;

/** {@code director stop}: returns when the director has stopped. */
@Command(name = "stop", description = "Stop the director and wait until it has stopped.")
final class StopCommand extends AskCommand {
    @Override
    Request request() {
        return new Request.Stop();
    }

    @Override
    public Integer call() throws CommandFailed {
        try (ControlClient client = instance.connect()) {
            InstanceSwitch.orFail(client.ask(request()));
            client.awaitEnd();
            return ExitCode.OK;
        } catch (IOException gone) {
            // It stopped before it could say so; that is what was asked for.
            return ExitCode.OK;
        }
    }
}
