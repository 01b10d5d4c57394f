package org.lvsdirector.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.client.ControlClient;
import org.lvsdirector.control.files.InstanceFiles;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.message.Request;
import picocli.CommandLine.Option;

/** Which running director a client command means. */
final class InstanceSwitch {
    @Option(
            names = {"-p", "--pid"},
            paramLabel = "FILE",
            description = "Pid file of the director (default: ${DEFAULT-VALUE}).")
    Path pidFile = InstanceFiles.DEFAULT_PID_FILE;

    @Option(
            names = {"--instance"},
            paramLabel = "NAME",
            description = "The director whose configuration says: instance NAME.")
    @Nullable
    String instance;

    @Option(
            names = {"-s", "--namespace"},
            paramLabel = "NAME",
            description = "The director whose configuration says: net_namespace NAME.")
    @Nullable
    String namespace;

    /** Connects to it. */
    ControlClient connect() throws CommandFailed {
        Path socket = files().socket();
        try {
            return ControlClient.connect(socket);
        } catch (IOException failure) {
            if (Files.exists(socket) && !Files.isWritable(socket)) {
                throw new CommandFailed(
                        ExitCode.NO_PERMISSION,
                        "not allowed to talk to the director at " + socket + "; run this as root");
            }
            throw new CommandFailed(
                    ExitCode.RUN_TIME,
                    "no director is running with pid file " + files().pidFile() + " (nobody listens at " + socket
                            + ")");
        }
    }

    /** Sends a request and gives its reply; a failure of the director's becomes one of the command's. */
    Reply ask(Request request) throws CommandFailed {
        try (ControlClient client = connect()) {
            return orFail(client.ask(request));
        } catch (IOException broken) {
            throw new CommandFailed(ExitCode.RUN_TIME, "lost the director: " + broken.getMessage());
        }
    }

    static Reply orFail(Reply reply) throws CommandFailed {
        if (reply instanceof Reply.Failed failed) {
            throw new CommandFailed(failed.exitCode(), failed.sentence());
        }
        return reply;
    }

    InstanceFiles files() {
        return instance == null && namespace == null
                ? new InstanceFiles(pidFile)
                : InstanceFiles.named(namespace, instance);
    }
}
