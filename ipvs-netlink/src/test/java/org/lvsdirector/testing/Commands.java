package org.lvsdirector.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs short commands to their end. */
public final class Commands {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Commands() {}

    /** Runs {@code command} on this machine without input; ends it and fails after 60 s. */
    public static Result run(String... command) {
        return run(List.of(command), "");
    }

    /** Runs {@code command} on this machine with {@code input}; ends it and fails after 60 s. */
    public static Result run(List<String> command, String input) {
        try {
            Process process = new ProcessBuilder(command).start();
            CompletableFuture<String> output = readAll(process.getInputStream());
            CompletableFuture<String> errors = readAll(process.getErrorStream());
            write(process.getOutputStream(), input);
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + ": not done after " + LIMIT);
            }
            return new Result(command, process.exitValue(), rest(command, output), rest(command, errors));
        } catch (IOException e) {
            throw new UncheckedIOException(String.join(" ", command) + ": cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(String.join(" ", command) + ": interrupted", e);
        }
    }

    /** A daemon that the command has left behind may hold the pipe open for ever. */
    private static String rest(List<String> command, CompletableFuture<String> text) {
        try {
            return text.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException open) {
            throw new AssertionError(
                    String.join(" ", command) + ": ended, but something that it started holds its output open", open);
        } catch (ExecutionException lost) {
            throw new AssertionError(String.join(" ", command) + ": its output was lost", lost.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(String.join(" ", command) + ": interrupted", e);
        }
    }

    // A command may end without having read its input; that is its own affair.
    private static void write(OutputStream to, String input) {
        try (to) {
            to.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedEarly) {
            return;
        }
    }

    private static CompletableFuture<String> readAll(InputStream from) {
        CompletableFuture<String> all = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (from) {
                all.complete(new String(from.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                all.completeExceptionally(e);
            }
        });
        reader.setDaemon(true);
        reader.start();
        return all;
    }
}
