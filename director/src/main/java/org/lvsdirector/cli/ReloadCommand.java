package org.lvsdirector.cli;

import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;

/** {@code director reload}. */
@Command(name = "reload", description = "Read the configuration again; a bad one is refused and changes nothing.")
final class ReloadCommand extends AskCommand {
    ReloadCommand() {
        super(new Request.Reload());
    }
}
