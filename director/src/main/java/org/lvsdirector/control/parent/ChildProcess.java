package org.lvsdirector.control.parent;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.files.PidFile;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.supervise.ChildRole;

/** A child's process and, once it has attached itself, the link to it. Used by the control thread alone. */
final class ChildProcess {
    final ChildRole role;
    final Process process;
    final Instant started = Instant.now();

    @Nullable
    Link link;
    /** What it said when it could not run; 0 while it has not. */
    int permanentExit;

    private ChildProcess(ChildRole role, Process process) {
        this.role = role;
        this.process = process;
    }

    /**
     * Starts a child.
     *
     * @param ended called with the exit status from some other thread
     */
    static ChildProcess start(ChildRole role, ChildLaunch launch, IntConsumer ended) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(role.word(), launch.socket().toString()));
        arguments.addAll(launch.logArguments());
        ProcessBuilder builder = new ProcessBuilder(launch.command().with(arguments))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(launch.quiet() ? Redirect.DISCARD : Redirect.INHERIT)
                .redirectError(launch.quiet() ? Redirect.DISCARD : Redirect.INHERIT);
        Process process = builder.start();
        var unused = process.onExit().thenAccept(gone -> ended.accept(gone.exitValue()));
        PidFile.tell(launch.pidFile(), process.pid());
        return new ChildProcess(role, process);
    }

    long pid() {
        return process.pid();
    }

    /** Sends a command if the child has attached itself; one that has not gets all it needs when it does. */
    void send(Object command) {
        if (link != null) {
            link.send(command);
        }
    }
}
