package org.lvsdirector.endtoend;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/** nginx on a simulated machine; it answers every request with the machine's name and a line feed, one connection each. */
final class Nginx {
    /** The configuration's file. */
    static final String CONFIGURATION = "/run/nginx.conf";

    private Nginx() {}

    /** Writes the configuration for {@code ports}. */
    static void configure(Host host, int... ports) {
        String listen =
                Arrays.stream(ports).mapToObj(port -> "listen " + port + ";").collect(Collectors.joining(" "));
        host.write(CONFIGURATION, """
                pid /run/nginx.pid;
                worker_processes 1;
                error_log /run/nginx.log;
                events { }
                http {
                    access_log off;
                    keepalive_timeout 0;
                    server {
                        %s
                        location / {
                            default_type text/plain;
                            return 200 "%s\\n";
                        }
                    }
                }
                """.formatted(listen, host.name()));
    }

    /** Starts it in the foreground and returns once it answers on the machine itself. */
    static Running start(Host host, int... ports) {
        configure(host, ports);
        Running nginx = host.start("nginx", "-e", "/run/nginx.log", "-c", CONFIGURATION, "-g", "daemon off;");
        Await.until("nginx on " + host + ": " + nginx, RunningDirector.PATIENCE, () -> get(host, "127.0.0.1", ports[0])
                .output()
                .equals(host.name() + "\n"));
        return nginx;
    }

    /** One request on a connection of its own. */
    static Result get(Host client, String address, int port) {
        return client.run("curl", "-sS", "--max-time", "3", "http://" + address + ":" + port + "/");
    }

    /** Waits for an answer, whoever gives it. */
    static void awaitAnswer(Host client, String address, int port) {
        Await.value(
                "an answer of " + address + ":" + port,
                RunningDirector.PATIENCE,
                () -> get(client, address, port),
                answer -> answer.exitCode() == 0);
    }
}
