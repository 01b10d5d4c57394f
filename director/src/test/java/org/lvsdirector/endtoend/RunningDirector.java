package org.lvsdirector.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/**
 * The director of the built distribution, run in the foreground on a simulated machine under the usual pid file, which is that machine's
 * own. It is asked as an operator asks it: with the commands of {@code bin/director}.
 */
final class RunningDirector {
    /** For what needs a JVM to start: three of them on a slow, busy machine. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Host host;
    private final Running process;

    private RunningDirector(Host host, Running process) {
        this.host = host;
        this.process = process;
    }

    /** Starts it with keepalived's switches {@code -n -l -D} and {@code switches}; does not wait until it is up. */
    static RunningDirector start(Host host, String configuration, String... switches) {
        return start(host, Map.of(), configuration, switches);
    }

    /** The same with {@code environment} added, which its scripts inherit. */
    static RunningDirector start(Host host, Map<String, String> environment, String configuration, String... switches) {
        List<String> command = new ArrayList<>(List.of(Checkout.director(), "-n", "-l", "-D", "-f", configuration));
        command.addAll(List.of(switches));
        return new RunningDirector(host, host.start(environment, command.toArray(String[]::new)));
    }

    /** The parent, with the output of all three processes. */
    Running process() {
        return process;
    }

    /** Runs a client command of the director on its machine. */
    Result command(String... words) {
        List<String> command = new ArrayList<>(List.of(Checkout.director()));
        command.addAll(List.of(words));
        return host.run(command.toArray(String[]::new));
    }

    /** What {@code director status --json} prints; an empty object while no director answers. */
    JsonNode status() {
        Result result = command("status", "--json");
        try {
            return result.exitCode() == 0 ? JSON.readTree(result.output()) : JSON.createObjectNode();
        } catch (JsonProcessingException bad) {
            throw new AssertionError("status --json is no JSON: " + result.output(), bad);
        }
    }

    /** One VRRP instance of the status; a missing node while there is none. */
    JsonNode instance(String name) {
        return named(status().at("/vrrp/instances"), name);
    }

    /** One real server of the status, by its address and port as the status writes it. */
    JsonNode server(String name) {
        for (JsonNode service : status().at("/checkers/services")) {
            JsonNode server = named(service.path("servers"), name);
            if (!server.isMissingNode()) {
                return server;
            }
        }
        return JSON.missingNode();
    }

    /** Waits until its machine has an address. */
    void awaitAddress(String address) {
        Await.until(address + " on " + host, PATIENCE, () -> host.hasAddress(address));
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode item : list) {
            if (item.path("name").asText().equals(name)) {
                return item;
            }
        }
        return JSON.missingNode();
    }

    /** Waits until the status shows an instance in {@code state}. */
    JsonNode awaitState(String instance, String state) {
        return Await.value(
                host + ": " + instance + " at " + state, PATIENCE, () -> instance(instance), seen -> seen.path("state")
                        .asText()
                        .equals(state));
    }

    /** The machine's own id of a process by its role: {@code director}, {@code vrrp} or {@code checkers}; 0 while it does not run. */
    long pid(String role) {
        for (JsonNode one : status().path("processes")) {
            if (one.path("role").asText().equals(role)) {
                return one.path("pid").asLong();
            }
        }
        return 0;
    }

    /** Ends one of its processes as a crash would. */
    void kill(String role) {
        host.exec("kill", "-KILL", Long.toString(pid(role)));
    }

    /** {@code director stop}, which returns when all is over. */
    void stop() {
        command("stop").orFail();
        process.awaitExit(PATIENCE);
    }
}
