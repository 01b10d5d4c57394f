package org.lvsdirector.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lvsdirector.config.effective.EffectiveLine;
import org.lvsdirector.config.effective.EffectiveText;
import org.lvsdirector.config.read.ConfigurationReader;
import org.lvsdirector.config.syntax.ReadingContext;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.link.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code director config}: what a file comes to, with every default. */
@Command(
        name = "config",
        description =
                "Print a configuration as it counts: includes, variables and conditions carried out, defaults filled in.")
final class ConfigCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final ConfigIdSwitch configId = new ConfigIdSwitch();

    @Parameters(paramLabel = "FILE", description = "Configuration.")
    Path file = Path.of("");

    @Option(names = "--json", description = "As JSON.")
    boolean json;

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    @Override
    public Integer call() throws CommandFailed, JsonProcessingException {
        ReadingContext context = configId.context();
        ConfigurationFiles.accepted(
                ConfigurationFiles.readAnywhere(file, context),
                spec.commandLine().getErr());
        List<EffectiveLine> lines = ConfigurationReader.ofFiles(context).effective(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ArrayNode report = Json.mapper().createArrayNode();
            lines.forEach(line -> add(report.addObject(), line));
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } else {
            out.print(EffectiveText.of(lines));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void add(ObjectNode node, EffectiveLine line) {
        node.put("word", line.word());
        line.values().forEach(node.putArray("values")::add);
        node.put("default", line.isDefault());
        List<EffectiveLine> block = line.block();
        if (block != null) {
            ArrayNode inner = node.putArray("block");
            block.forEach(child -> add(inner.addObject(), child));
        }
    }
}
