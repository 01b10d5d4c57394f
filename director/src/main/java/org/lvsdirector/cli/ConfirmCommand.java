package org.lvsdirector.cli;

import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;

/** {@code director confirm}. */
@Command(name = "confirm", description = "Keep what 'reload --confirm' has put on trial.")
final class ConfirmCommand extends AskCommand {
    @Override
    Request request() {
        return new Request.Confirm();
    }
}
