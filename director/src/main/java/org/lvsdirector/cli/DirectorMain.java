package org.lvsdirector.cli;

import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.Version;
import org.lvsdirector.control.child.ChildMain;

/** Entry point of {@code director}, and of the child processes that it starts. */
public final class DirectorMain {
    private DirectorMain() {}

    public static void main(String[] arguments) {
        // Otherwise slf4j looks for its backend in every jar of the class path.
        System.setProperty("slf4j.provider", "org.lvsdirector.control.logging.LogbackProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
        // Otherwise picocli loads dates and databases too, a hundred classes, in case that a word should become one.
        System.setProperty("picocli.converters.excludes", "java[.](time|sql)[.].*");
        System.exit(run(arguments));
    }

    /** The exit code of a command line. What loads slowly stays off the way of what must be quick. */
    static int run(String[] arguments) {
        if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-v"))) {
            System.out.println("director " + Version.NUMBER);
            return ExitCode.OK;
        }
        if (ChildMain.isChild(arguments)) {
            return ChildMain.run(arguments);
        }
        return CommandLines.execute(arguments);
    }
}
