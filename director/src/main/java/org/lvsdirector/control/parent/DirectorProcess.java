package org.lvsdirector.control.parent;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.lvsdirector.control.ExitCode;
import org.lvsdirector.control.ProcessName;
import org.lvsdirector.control.Signals;
import org.lvsdirector.control.Version;
import org.lvsdirector.control.files.History;
import org.lvsdirector.control.files.LastingHistory;
import org.lvsdirector.control.files.PidFile;
import org.lvsdirector.control.logging.Logging;
import org.lvsdirector.control.mapping.Work;
import org.lvsdirector.control.message.Reply;
import org.lvsdirector.control.script.ScriptLauncher;
import org.lvsdirector.control.supervise.ChildRole;
import org.lvsdirector.linux.Credentials;
import org.lvsdirector.linux.Credentials.Capability;
import org.lvsdirector.linux.LinuxException;
import org.lvsdirector.linux.ProcessControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a parent process, from its command line to its exit code. */
public final class DirectorProcess {
    private static final Logger LOG = LoggerFactory.getLogger(DirectorProcess.class);
    private static final String MAIN_CLASS = "org.lvsdirector.cli.DirectorMain";
    private static final String IDENT = "Keepalived";
    /** How long notify scripts of the stop may still run. */
    private static final long LAST_SCRIPTS_NANOS = 5_000_000_000L;

    private static final long POLL_NANOS = 20_000_000L;

    private final RunOptions options;
    private final ConfigurationSource source;
    private final Runnable onUp;

    /**
     * @param onUp called once, when all children that have work run
     */
    public DirectorProcess(RunOptions options, ConfigurationSource source, Runnable onUp) {
        this.options = options;
        this.source = source;
        this.onUp = onUp;
    }

    /**
     * Runs until the director is stopped.
     *
     * @param work what the file meant a moment ago
     * @param warnings what was found in it
     * @param reading the same, for the history and the log
     * @return the exit code
     * @throws CannotStart before anything was started or changed
     */
    public int run(Work work, List<String> warnings, ConfigurationSource.Reading reading) throws CannotStart {
        requirePrivileges();
        if (!options.files().socketPathFits()) {
            throw new CannotStart(
                    ExitCode.RUN_TIME,
                    "the path " + options.files().socket()
                            + " is too long for a socket (107 bytes); choose a shorter pid file with -p");
        }
        try (PidFile pidFile = takePidFile()) {
            return runAlone(work, warnings, reading, pidFile);
        } catch (IOException failure) {
            throw new CannotStart(
                    ExitCode.RUN_TIME, "cannot use " + options.files().pidFile() + ": " + failure);
        }
    }

    private int runAlone(Work work, List<String> warnings, ConfigurationSource.Reading reading, PidFile pidFile)
            throws IOException {
        Logging.start(options.log(), IDENT);
        LOG.info("Starting lvs-director {}", Version.NUMBER);
        LOG.debug("Pid file {}", pidFile.path());
        LOG.info("Opening file '{}'.", options.configuration());
        warnings.forEach(warning -> LOG.warn("{}", warning));
        reading.toLog().forEach(line -> LOG.info("{}", line));
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        CompletableFuture<Void> ended = new CompletableFuture<>();
        ControlLoop loop = new ControlLoop(() -> exit.complete(ExitCode.RUN_TIME));
        ScriptLauncher launcher = new ScriptLauncher(DirectorProcess::signalGroup);
        Parent parent = new Parent(
                loop, options, work, JvmCommand.likeThisOne(MAIN_CLASS), launcher, code -> exit.complete(code));
        keepHistory();
        Versions versions = new Versions(new History(options.files().history()), loop, reading.text());
        Reloads reloads = new Reloads(parent, source, versions);
        ClientDesk desk = new ClientDesk(parent, reloads, new StatusDesk(parent, reloads), ended);
        try (ControlServer server = new ControlServer(options.files().socket(), Credentials.effectiveUserId(), desk)) {
            LOG.debug("Control socket {}", server.path());
            handleSignals(parent, reloads, loop);
            var unused = parent.up().thenRunAsync(versions::began).thenRun(onUp).thenRun(DirectorProcess::settle);
            ProcessName.set(work.parent().names().parent());
            var unusedToo = LifeScripts.startup(launcher, work).thenRun(() -> loop.post(() -> parent.start(reloads)));
            int code = exit.join();
            awaitLastScripts(parent, loop);
            cleanUp(parent);
            LifeScripts.shutdown(launcher, parent.generations.current()).join();
            LOG.info("Stopped lvs-director {}", Version.NUMBER);
            return code;
        } finally {
            parent.close();
            Logging.flush();
            // Clients that wait for the end see it when the process leaves and the socket closes.
        }
    }

    private void keepHistory() {
        try {
            LastingHistory.of(options.files());
        } catch (IOException failure) {
            LOG.warn("The history of configurations ends with the next boot: {}", failure.toString());
        }
    }

    /** What was only needed to get here, the text and tree of a large configuration above all, goes back to the machine. */
    private static void settle() {
        var unused = StopRehearsal.play();
        System.gc();
    }

    private PidFile takePidFile() throws IOException, CannotStart {
        try {
            Optional<PidFile> taken = PidFile.take(
                    options.files().pidFile(), ProcessHandle.current().pid());
            if (taken.isEmpty()) {
                String pid = PidFile.read(options.files().pidFile())
                        .map(number -> " as process " + number)
                        .orElse("");
                throw new CannotStart(
                        ExitCode.ALREADY_RUNNING,
                        "a director is already running" + pid + " (pid file "
                                + options.files().pidFile() + ")");
            }
            return taken.get();
        } catch (AccessDeniedException denied) {
            throw new CannotStart(
                    ExitCode.NO_PERMISSION,
                    "not allowed to write " + denied.getFile() + "; run as root or choose a pid file with -p");
        }
    }

    private static void requirePrivileges() throws CannotStart {
        if (!Credentials.has(Capability.CAP_NET_ADMIN) || !Credentials.has(Capability.CAP_NET_RAW)) {
            throw new CannotStart(
                    ExitCode.NO_PERMISSION,
                    "not allowed: a director needs CAP_NET_ADMIN and CAP_NET_RAW; run it as root");
        }
    }

    private static void handleSignals(Parent parent, Reloads reloads, ControlLoop loop) {
        for (String stop : List.of("TERM", "INT")) {
            Signals.handle(stop, () -> {
                loop.post(() -> parent.stop(ExitCode.OK));
                LOG.info("Stopping"); // a successor waits for the order, and nobody for the line
            });
        }
        // keepalived writes its state to files on this one; status answers better questions.
        Signals.handle("USR1", () -> LOG.info("SIGUSR1 writes no files: 'director status' tells the state"));
        Signals.handle("HUP", () -> loop.post(() -> reloads.request(0, reply -> logReload(reply))));
    }

    private static void logReload(Reply reply) {
        if (reply instanceof Reply.Done done) {
            LOG.debug("After SIGHUP: {}", done.sentence());
        } else if (reply instanceof Reply.Failed failed) {
            LOG.debug("After SIGHUP: {}", failed.sentence());
        }
    }

    private static void signalGroup(long leader, int signal) {
        try {
            ProcessControl.killGroup(leader, signal);
        } catch (LinuxException gone) {
            LOG.debug("{}", gone.getMessage());
        }
    }

    /** The scripts that tell of the stop are part of the stop, but cannot hold it up for long. */
    private static void awaitLastScripts(Parent parent, ControlLoop loop) {
        CompletableFuture<Void> idle = new CompletableFuture<>();
        loop.post(() -> pollScripts(parent, loop, idle));
        idle.completeOnTimeout(null, LAST_SCRIPTS_NANOS, TimeUnit.NANOSECONDS).join();
    }

    private static void pollScripts(Parent parent, ControlLoop loop, CompletableFuture<Void> idle) {
        if (parent.telling.idle()) {
            idle.complete(null);
        } else if (!idle.isDone()) {
            loop.later(POLL_NANOS, () -> pollScripts(parent, loop, idle));
        }
    }

    private void cleanUp(Parent parent) throws IOException {
        parent.forgetAddresses();
        parent.settleFirewall(); // before a shutdown script takes its chains away
        for (ChildRole role : ChildRole.values()) {
            Files.deleteIfExists(options.childPidFile(role));
        }
    }
}
