package org.lvsdirector.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that keeps running while a test goes on; standard output and errors are captured together, line by line.
 *
 * <p>Signals go to the command itself or to its whole tree, never to the {@code nsenter} that carried it into its machine.
 */
public final class Running implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final boolean carried;
    private final List<Line> lines = new ArrayList<>();
    private boolean ended;

    private Running(String name, Process process, boolean carried) {
        this.name = name;
        this.process = process;
        this.carried = carried;
        Thread reader = new Thread(this::readLines, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts {@code command} on this machine, with {@code environment} added to this process's own. */
    public static Running start(List<String> command, Map<String, String> environment) {
        return start(String.join(" ", command), command, environment, false);
    }

    // carried: the command is the child of an nsenter
    static Running start(String name, List<String> command, Map<String, String> environment, boolean carried) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new Running(name, builder.start(), carried);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be started", e);
        }
    }

    private void readLines() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                add(new Line(System.nanoTime(), text));
            }
        } catch (IOException e) {
            add(new Line(System.nanoTime(), "(output lost: " + e.getMessage() + ")"));
        }
        end();
    }

    private synchronized void add(Line line) {
        lines.add(line);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** What the process has written so far. */
    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    /** What the process has written so far, as one text. */
    public synchronized String output() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }

    /** Waits for a line that contains {@code fragment}; a line already written counts. */
    public Line awaitLine(String fragment, Duration limit) {
        return awaitLineAfter(0, fragment, limit);
    }

    /** Waits for a line that contains {@code fragment} and has at least {@code index} lines before it. */
    public synchronized Line awaitLineAfter(int index, String fragment, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<Line> found = firstLine(index, fragment);
        while (found.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || ended) {
                throw new AssertionError(
                        name + ": no line with '" + fragment + "' within " + limit + "; it wrote:\n" + output());
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(name + ": interrupted", e);
            }
            found = firstLine(index, fragment);
        }
        return found.get();
    }

    private Optional<Line> firstLine(int index, String fragment) {
        return lines.stream()
                .skip(index)
                .filter(line -> line.text().contains(fragment))
                .findFirst();
    }

    /** True until the process has ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The command's process id in this JVM's own process namespace. */
    public long pid() {
        return command()
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new AssertionError(name + ": has ended; it wrote:\n" + output()));
    }

    private Optional<ProcessHandle> command() {
        if (!carried) {
            return process.isAlive() ? Optional.of(process.toHandle()) : Optional.empty();
        }
        while (process.isAlive()) {
            Optional<ProcessHandle> child = process.children().findFirst();
            if (child.isPresent()) {
                return child;
            }
            Thread.onSpinWait();
        }
        return Optional.empty();
    }

    /** Sends a signal by name ({@code TERM}, {@code HUP}, {@code STOP}) to the command alone. */
    public void signal(String signalName) {
        Commands.run("kill", "-" + signalName, Long.toString(pid())).orFail();
    }

    /** Ends the command and all its descendants at once with SIGKILL, as a crash or a power cut would. */
    public void killTree() {
        List<ProcessHandle> tree = new ArrayList<>();
        command().ifPresent(command -> {
            tree.addAll(command.descendants().toList());
            tree.add(command);
        });
        if (!tree.isEmpty()) {
            List<String> kill = new ArrayList<>(List.of("kill", "-KILL"));
            tree.forEach(handle -> kill.add(Long.toString(handle.pid())));
            Commands.run(kill, "");
        }
        awaitExit(END_LIMIT);
    }

    /** Waits for the end of the process and returns its exit code (128 + signal where one ended it). */
    public int awaitExit(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + ": still running after " + limit + "; it wrote:\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name + ": interrupted", e);
        }
        return process.exitValue();
    }

    /** Ends the command politely, and its whole tree by force where it does not listen; no effect once it has ended. */
    @Override
    public void close() {
        Optional<ProcessHandle> command = command();
        if (command.isEmpty()) {
            return;
        }
        command.get().destroy();
        try {
            if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                killTree();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            killTree();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
