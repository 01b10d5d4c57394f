package org.lvsdirector.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationReport;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.pair.PairCheck;
import org.lvsdirector.config.syntax.ReadingContext;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.link.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code director check}: needs no root, no IPVS and none of the interfaces. */
@Command(name = "check", description = "Check configurations without running them.")
final class CheckCommand implements Callable<Integer> {
    private static final int PAIR = 2;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final ConfigIdSwitch configId = new ConfigIdSwitch();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Configurations, each for itself.")
    List<Path> files = List.of();

    @Option(
            names = "--pair",
            description = "The two are of directors that stand in for each other: tell where they do not fit together.")
    boolean pair;

    @Option(names = "--host", description = "Tell too what this machine lacks: interfaces, scripts, IPVS.")
    boolean host;

    @ArgGroup
    Format format = new Format();

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    /** What to print on standard output instead of text on standard error. */
    static final class Format {
        @Option(names = "--json", description = "As JSON.")
        boolean json;

        @Option(names = "--sarif", description = "As SARIF 2.1.0, which code hosts show beside the lines.")
        boolean sarif;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        if (pair && files.size() != PAIR) {
            throw new ParameterException(spec.commandLine(), "--pair needs two files");
        }
        List<CheckedFile> checked = new ArrayList<>();
        ReadingContext context = configId.context();
        files.forEach(file -> checked.add(new CheckedFile(file, read(file, context))));
        if (pair) {
            compare(checked);
        }
        if (format.json || format.sarif) {
            JsonNode report = format.json ? CheckJson.of(checked) : CheckSarif.of(checked);
            PrintWriter out = spec.commandLine().getOut();
            out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
            out.flush();
        } else {
            checked.forEach(this::print);
        }
        return checked.stream()
                .mapToInt(one -> ConfigurationReport.exitCode(one.result()))
                .max()
                .orElse(ExitCode.OK);
    }

    private ConfigurationResult read(Path file, ReadingContext context) {
        return host ? ConfigurationFiles.read(file, context) : ConfigurationFiles.readAnywhere(file, context);
    }

    /** The differences of a pair are problems of the second file, if both can run. */
    private static void compare(List<CheckedFile> checked) {
        CheckedFile second = checked.get(1);
        Configuration ours = checked.get(0).result().configuration();
        Configuration theirs = second.result().configuration();
        if (ours != null && theirs != null) {
            String name = second.file().toString();
            checked.set(
                    1, new CheckedFile(second.file(), second.result().with(PairCheck.problems(ours, theirs, name))));
        }
    }

    private void print(CheckedFile checked) {
        ConfigurationFiles.print(checked.result(), spec.commandLine().getErr());
        if (checked.result().accepted()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(checked.file() + ": good");
            out.flush();
        }
    }

    /** A file and what came of reading it. */
    record CheckedFile(Path file, ConfigurationResult result) {}
}
