package org.lvsdirector.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.files.History;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code director history}: reads the folder itself, so that it tells of a director that is gone too. */
@Command(name = "history", description = "List the configurations that ran, the newest last.")
final class HistoryCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final InstanceSwitch instance = new InstanceSwitch();

    @Mixin
    final HelpSwitch help = new HelpSwitch();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<History.Entry> entries = new History(instance.files().history()).entries();
        for (History.Entry entry : entries) {
            out.printf(
                    "%d  %s  %s%n",
                    entry.number(), TIME.format(entry.since().atZone(ZoneId.systemDefault())), entry.file());
        }
        out.flush();
        return ExitCode.OK;
    }
}
