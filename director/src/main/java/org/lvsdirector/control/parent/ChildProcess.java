package org.lvsdirector.control.parent;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.ProcessName;
import org.lvsdirector.control.files.PidFile;
import org.lvsdirector.control.link.Link;
import org.lvsdirector.control.supervise.ChildRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child's process and, once it has attached itself, the link to it. Used by the control thread alone. */
final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

    final ChildRole role;
    final Process process;
    /** Bytes that it may take for its objects. */
    final long heap;

    final Instant started = Instant.now();

    @Nullable
    Link link;
    /** What it said when it could not run; 0 while it has not. */
    int permanentExit;
    /** Whether all it said has been read. */
    boolean linkEnded;
    /** Whether it goes to make room for another, and leaves everything as it is. */
    boolean replaced;

    private ChildProcess(ChildRole role, Process process, long heap) {
        this.role = role;
        this.process = process;
        this.heap = heap;
    }

    /**
     * Starts a child.
     *
     * @throws IOException if there is no process; one without a pid file is a process all the same
     */
    static ChildProcess start(ChildRole role, ChildLaunch launch) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(role.word(), launch.socket().toString()));
        arguments.addAll(launch.logArguments());
        ProcessBuilder builder = new ProcessBuilder(
                        launch.command().withHeap(launch.heap()).with(arguments))
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(launch.quiet() ? Redirect.DISCARD : Redirect.INHERIT)
                .redirectError(launch.quiet() ? Redirect.DISCARD : Redirect.INHERIT);
        if (launch.name() != null) {
            builder.environment().put(ProcessName.VARIABLE, launch.name());
        }
        Process process = Emissary.in(launch.namespace(), builder::start);
        try {
            PidFile.tell(launch.pidFile(), process.pid());
        } catch (IOException failure) {
            LOG.warn("Cannot write the pid file of the {} process: {}", role.word(), failure.toString());
        }
        return new ChildProcess(role, process, launch.heap());
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
