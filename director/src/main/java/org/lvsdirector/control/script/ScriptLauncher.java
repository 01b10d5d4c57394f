package org.lvsdirector.control.script;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts scripts: in a process group of their own, as the given user, with a cleaned environment, ended with SIGTERM when their time is up
 * and with SIGKILL two seconds later, and ended too when this process vanishes.
 *
 * <p>All are forked by one thread that lives as long as the launcher: the kernel sends the parent-death signal when the forking
 * <em>thread</em> ends, not when its process does.
 */
public final class ScriptLauncher implements AutoCloseable {
    private static final long KILL_AFTER_NANOS = 2_000_000_000L;
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final ProcessSignals signals;
    private final ScheduledExecutorService thread;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    public ScriptLauncher(ProcessSignals signals) {
        this.signals = signals;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread launcher = new Thread(task, "scripts");
            launcher.setDaemon(true);
            return launcher;
        });
    }

    /** Starts a run. The outcome comes from a thread of the launcher, and it never comes as an exception. */
    public CompletableFuture<ScriptOutcome> start(ScriptRun run) {
        CompletableFuture<ScriptOutcome> outcome = new CompletableFuture<>();
        try {
            thread.execute(() -> launch(run, outcome, new CompletableFuture<>()));
        } catch (RejectedExecutionException stopped) {
            outcome.complete(new ScriptOutcome.NotStarted("the director is stopping"));
        }
        return outcome;
    }

    /**
     * Starts a script that runs until it is no longer wanted.
     *
     * @return ends it with SIGTERM
     */
    public Runnable startReader(ScriptRun run) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        CompletableFuture<ScriptOutcome> outcome = new CompletableFuture<>();
        try {
            thread.execute(() -> launch(run, outcome, started));
        } catch (RejectedExecutionException stopped) {
            started.cancel(false);
        }
        return () -> {
            var unused = started.thenAccept(process -> signals.signalGroup(process.pid(), ProcessSignals.TERM));
        };
    }

    /** Ends all scripts with SIGTERM, as at their time-out; later runs do not start. */
    @Override
    public void close() {
        thread.shutdownNow();
        for (Process process : running) {
            signals.signalGroup(process.pid(), ProcessSignals.TERM);
        }
    }

    private void launch(ScriptRun run, CompletableFuture<ScriptOutcome> outcome, CompletableFuture<Process> started) {
        Process process;
        try {
            process = process(run);
        } catch (IOException | IllegalArgumentException failure) {
            outcome.complete(new ScriptOutcome.NotStarted(String.valueOf(failure.getMessage())));
            return;
        }
        running.add(process);
        started.complete(process);
        TimeLimit limit = new TimeLimit(process, run.timeoutNanos());
        var unused = process.onExit().whenComplete((ended, failure) -> {
            running.remove(process);
            outcome.complete(
                    limit.ended() ? new ScriptOutcome.TimedOut() : new ScriptOutcome.Exited(process.exitValue()));
        });
    }

    private static Process process(ScriptRun run) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(commandLine(run))
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        clean(builder.environment());
        return builder.start();
    }

    /** util-linux does what the JDK cannot: setsid the process group, setpriv the identity and the parent-death signal. */
    private static List<String> commandLine(ScriptRun run) {
        List<String> line = new ArrayList<>(List.of("setsid", "--", "setpriv", "--pdeathsig", "TERM"));
        if (!run.account().equals(ScriptAccount.ROOT)) {
            line.addAll(List.of(
                    "--reuid", run.account().user(), "--regid", run.account().group(), "--init-groups"));
        }
        line.add("--");
        line.addAll(run.command());
        return line;
    }

    /** What could turn a script run by root into another program, and the launcher's own JVM options. */
    private static void clean(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.equals("IFS") || name.startsWith("LD_") || name.startsWith("JAVA_"));
        environment.remove("LVSDIRECTOR_JAVA_OPTS");
        environment.putIfAbsent("PATH", DEFAULT_PATH);
    }

    /** Ends one process when its time is up: TERM, and KILL for those who ignore it. */
    private final class TimeLimit {
        private final Process process;
        private volatile boolean ended;

        TimeLimit(Process process, long nanos) {
            this.process = process;
            if (nanos > 0) {
                ScheduledFuture<?> end = thread.schedule(this::terminate, nanos, TimeUnit.NANOSECONDS);
                var unused = process.onExit().thenRun(() -> end.cancel(false));
            }
        }

        boolean ended() {
            return ended;
        }

        private void terminate() {
            if (process.isAlive()) {
                ended = true;
                signals.signalGroup(process.pid(), ProcessSignals.TERM);
                // Even when the leader obeys, others of its group may not.
                var unused = thread.schedule(
                        () -> signals.signalGroup(process.pid(), ProcessSignals.KILL),
                        KILL_AFTER_NANOS,
                        TimeUnit.NANOSECONDS);
            }
        }
    }
}
