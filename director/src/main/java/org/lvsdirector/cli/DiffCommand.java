package org.lvsdirector.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.files.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code director diff}: exit code 0 where both are the same, 1 where not, as diff(1). */
@Command(name = "diff", description = "Compare two configurations of the history.")
final class DiffCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final InstanceSwitch instance = new InstanceSwitch();

    @Parameters(index = "0", paramLabel = "N", description = "The older one's number in 'director history'.")
    int older;

    @Parameters(index = "1", paramLabel = "M", description = "The newer one's.")
    int newer;

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    @Override
    public Integer call() throws CommandFailed, IOException {
        List<String> lines = LineDiff.of(lines(older), lines(newer));
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
        return lines.isEmpty() ? ExitCode.OK : DIFFERENT;
    }

    private List<String> lines(int number) throws CommandFailed, IOException {
        Path file = new History(instance.files().history()).file(number).orElse(null);
        if (file == null) {
            throw new CommandFailed(ExitCode.USAGE, "the history has no configuration " + number);
        }
        return Files.readAllLines(file);
    }
}
