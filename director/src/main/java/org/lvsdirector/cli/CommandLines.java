package org.lvsdirector.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.lvsdirector.control.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line: one clear sentence for what is wrong, never a stack trace. */
final class CommandLines {
    private CommandLines() {}

    static int execute(String[] arguments) {
        boolean background = arguments.length > 0 && arguments[0].equals(BackgroundLaunch.WORD);
        String[] words = background ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        return create(background, List.of(words)).execute(words);
    }

    /**
     * @param background whether this is the process that a launcher has started
     * @param words what is to be parsed
     */
    static CommandLine create(boolean background, List<String> words) {
        CommandLine line = new CommandLine(new DirectorCommand(background));
        Subcommands.meantBy(words).forEach(line::addSubcommand);
        return line.setParameterExceptionHandler(CommandLines::misused)
                .setExecutionExceptionHandler((failure, command, result) -> failed(failure, command))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int misused(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("director: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.println("Try 'director --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command) {
        if (failure instanceof CommandFailed said) {
            if (said.getMessage() != null && !said.getMessage().isEmpty()) {
                command.getErr().println("director: " + said.getMessage());
            }
            return said.exitCode();
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println("director: " + message);
        return ExitCode.RUN_TIME;
    }
}
