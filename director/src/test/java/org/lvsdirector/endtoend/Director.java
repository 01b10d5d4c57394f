package org.lvsdirector.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Line;
import org.lvsdirector.testing.Running;

/** A director, or keepalived in its place, in the foreground of a simulated machine. */
final class Director implements AutoCloseable {
    /** Enough for three starts of a JVM on the lab's one slow processor. */
    static final Duration START_LIMIT = Duration.ofMinutes(2);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Host host;
    private final Running running;

    private Director(Host host, Running running) {
        this.host = host;
        this.running = running;
    }

    /** Starts our director with the configuration at {@code path} on {@code host}. */
    static Director start(Host host, String path, String... switches) {
        return launch(host, Checkout.director(), path, Map.of(), switches);
    }

    /** The same, with {@code environment} added for it and for the scripts that it runs. */
    static Director start(Host host, Map<String, String> environment, String path, String... switches) {
        return launch(host, Checkout.director(), path, environment, switches);
    }

    /** Starts the real keepalived instead. */
    static Director startKeepalived(Host host, String path, String... switches) {
        return launch(host, "keepalived", path, Map.of(), switches);
    }

    private static Director launch(
            Host host, String program, String path, Map<String, String> environment, String... switches) {
        List<String> command = new ArrayList<>(List.of(program, "-f", path, "-n", "-l", "-D"));
        command.addAll(List.of(switches));
        return new Director(host, host.start(environment, command.toArray(String[]::new)));
    }

    Running process() {
        return running;
    }

    List<Line> log() {
        return running.lines();
    }

    void awaitAddress(String address) {
        Await.until(address + " on " + host, START_LIMIT, () -> host.hasAddress(address));
    }

    void awaitNoAddress(String address) {
        Await.until("no " + address + " on " + host, START_LIMIT, () -> !host.hasAddress(address));
    }

    /** Stops by SIGTERM, as an operator does, and expects a clean end. */
    void stop() {
        running.signal("TERM");
        assertEquals(0, running.awaitExit(STOP_LIMIT), () -> running.output());
    }

    /** As a crash of every process at once. */
    void kill() {
        running.killTree();
    }

    @Override
    public void close() {
        running.close();
    }
}
