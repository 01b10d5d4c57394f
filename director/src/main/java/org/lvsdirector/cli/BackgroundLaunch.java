package org.lvsdirector.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.parent.JvmCommand;

/**
 * Runs a director in the background, as keepalived does without {@code -n}: the launcher starts another JVM in a session of its own, passes its
 * errors on, and returns when all children run. A JVM cannot fork itself.
 */
final class BackgroundLaunch {
    /** The first argument of the background process. */
    static final String WORD = "background";

    private static final String UP = "up";

    private BackgroundLaunch() {}

    /** The launcher's part. */
    static int run(String[] arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("setsid", "--"));
        List<String> words = new ArrayList<>(List.of(WORD));
        words.addAll(List.of(arguments));
        command.addAll(JvmCommand.likeThisOne(DirectorMain.class.getName()).with(words));
        Process process = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return UP.equals(said.readLine()) ? ExitCode.OK : process.waitFor();
        }
    }

    /** The background process's part. */
    static int runInBackground(RunSwitches switches, PrintWriter err) throws CommandFailed {
        return ForegroundRun.run(
                switches.toOptions(false, true), switches.source(), err, () -> letGo(switches.logConsole));
    }

    /** Tells the launcher, and lets the terminal go; the JDK puts {@code /dev/null} in its place. */
    private static void letGo(boolean keepStandardError) {
        System.out.println(UP);
        System.out.close();
        if (!keepStandardError) {
            System.err.close();
        }
    }
}
