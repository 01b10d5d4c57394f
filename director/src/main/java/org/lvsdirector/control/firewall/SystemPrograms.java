package org.lvsdirector.control.firewall;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Programs of this machine. */
final class SystemPrograms implements Programs {
    private static final long PATIENCE_SECONDS = 20;

    @Override
    public Said run(List<String> command, String input) throws IOException {
        Process process = start(command);
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
            CompletableFuture<String> complaints = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
            try (OutputStream words = process.getOutputStream()) {
                words.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException notRead) {
                // It says why.
            }
            int status =
                    process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS).exitValue();
            return new Said(status, output.get(), firstOf(complaints.get()));
        } catch (TimeoutException late) {
            throw new IOException(command.get(0) + " does not end", late);
        } catch (ExecutionException failure) {
            throw new IOException(String.valueOf(failure.getMessage()), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> command) throws NoProgram {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException failure) {
            throw new NoProgram("cannot run " + command.get(0) + ": is it installed?", failure);
        }
    }

    private static String all(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Hints to other programs are no reasons. */
    private static String firstOf(String complaints) {
        return complaints
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
    }
}
