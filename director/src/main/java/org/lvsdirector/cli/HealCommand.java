package org.lvsdirector.cli;

import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;

/** {@code director heal}. */
@Command(name = "heal", description = "Set the kernel's table right now, weights set by hand too.")
final class HealCommand extends AskCommand {
    @Override
    Request request() {
        return new Request.Heal();
    }
}
