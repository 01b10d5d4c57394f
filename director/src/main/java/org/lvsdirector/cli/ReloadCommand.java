package org.lvsdirector.cli;

import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code director reload}. */
@Command(name = "reload", description = "Read the configuration again; a bad one is refused and changes nothing.")
final class ReloadCommand extends AskCommand {
    @Option(
            names = "--confirm",
            paramLabel = "SECONDS",
            description = "Go back to the old configuration unless 'director confirm' comes within this time.")
    int confirmSeconds;

    @Override
    Request request() {
        return new Request.Reload(confirmSeconds);
    }
}
