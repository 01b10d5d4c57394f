package org.lvsdirector.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;
import org.lvsdirector.control.status.DirectorStatus;
import org.lvsdirector.control.status.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code director status}. */
@Command(name = "status", description = "Show roles, virtual addresses, services, real servers and checks.")
final class StatusCommand extends AskCommand {
    @Option(names = "--json", description = "As JSON.")
    boolean json;

    @Override
    Request request() {
        return new Request.Status();
    }

    @Override
    public Integer call() throws CommandFailed, JsonProcessingException {
        Reply reply = instance.ask(request());
        if (!(reply instanceof Reply.Status status)) {
            throw new CommandFailed(ExitCode.RUN_TIME, "the director answered something else");
        }
        JsonNode value = status.status();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } else {
            out.print(StatusText.of(Json.mapper().treeToValue(value, DirectorStatus.class)));
        }
        out.flush();
        return ExitCode.OK;
    }
}
