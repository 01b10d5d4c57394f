package org.lvsdirector.control.checkers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A {@link ClosableTarget} on loopback, seen from whoever measures. It ends with that process. */
final class TargetProcess {
    private final Process process;
    private final BufferedReader output;
    private final int port;

    private TargetProcess(Process process) throws IOException {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.port = Integer.parseInt(output.readLine());
    }

    static TargetProcess start() throws IOException {
        return new TargetProcess(new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClosableTarget.class.getName(),
                        "127.0.0.1",
                        "0"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    int port() {
        return port;
    }

    /** From now on it counts how late its sleeper wakes. */
    void measure() throws IOException {
        say();
    }

    /** How late the sleeper woke: median, 99 % and most, in milliseconds, as cells of a table. */
    String sleepers() throws IOException {
        say();
        return output.readLine();
    }

    /** Turns everybody away as soon as this has returned; at the latest then. */
    void awaitClosed() throws IOException {
        output.readLine();
    }

    private void say() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }
}
