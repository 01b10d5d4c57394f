package org.lvsdirector.cli;

import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code director rollback}. */
@Command(
        name = "rollback",
        description = "Run a configuration of the history again. The file stays as it is: the next reload reads it.")
final class RollbackCommand extends AskCommand {
    @Parameters(paramLabel = "N", description = "Its number in 'director history'.")
    int number;

    @Override
    Request request() {
        return new Request.Rollback(number);
    }
}
