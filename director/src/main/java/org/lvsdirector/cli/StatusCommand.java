package org.lvsdirector.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.link.Json;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;
import org.lvsdirector.control.status.DirectorStatus;
import org.lvsdirector.control.status.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code director status}. */
@Command(name = "status", description = "Show roles, virtual addresses, services, real servers and checks.")
final class StatusCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final InstanceSwitch instance = new InstanceSwitch();

    @Option(names = "--json", description = "As JSON.")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean help;

    @Override
    public Integer call() throws CommandFailed, JsonProcessingException {
        Reply reply = instance.ask(new Request.Status());
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
