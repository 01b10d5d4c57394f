package org.lvsdirector.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.lvsdirector.control.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
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
        for (Class<?> command : Subcommands.meantBy(words)) {
            line.addSubcommand(command);
        }
        Failures failures = new Failures();
        return line.setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /**
     * What becomes of failures. No lambdas: picocli's class files are of a format so old that the class-data archive leaves out all that
     * a lambda names, and to verify {@link CommandLine} takes longer than all else that picocli does.
     */
    private static final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
        @Override
        public int handleParseException(ParameterException wrong, String[] arguments) {
            CommandLine command = wrong.getCommandLine();
            PrintWriter err = command.getErr();
            err.println("director: " + wrong.getMessage());
            UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("Try 'director --help'.");
            return ExitCode.USAGE;
        }

        @Override
        public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
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
}
