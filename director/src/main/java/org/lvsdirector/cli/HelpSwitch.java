package org.lvsdirector.cli;

import picocli.CommandLine.Option;

/** The switch that every command has. */
final class HelpSwitch {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this.")
    boolean asked;
}
