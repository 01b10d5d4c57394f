package org.lvsdirector.endtoend;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Result;
import org.lvsdirector.testing.Running;

/** Real nginx on a simulated machine; every answer is the machine's name. */
final class WebServer {
    /** Where its configuration lies, for a service manager that starts it anew. */
    static final String CONFIGURATION = "/run/web.conf";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Host host;
    private final int port;

    private WebServer(Host host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Starts nginx on one or more ports and returns once it answers on the machine itself. */
    static WebServer start(Host host, int... ports) {
        String listen =
                Arrays.stream(ports).mapToObj(port -> "listen " + port + ";").collect(Collectors.joining(" "));
        host.write(CONFIGURATION, """
                pid /run/web.pid;
                worker_processes 1;
                error_log stderr;
                events { }
                http {
                    access_log off;
                    keepalive_timeout 0;
                    server {
                        %s
                        location / { return 200 "%s"; }
                    }
                }
                """.formatted(listen, host.name()));
        WebServer server = new WebServer(host, ports[0]);
        server.start();
        return server;
    }

    void start() {
        Running nginx = host.start("nginx", "-e", "stderr", "-c", CONFIGURATION);
        Await.until("nginx on " + host + ": " + nginx, LIMIT, this::answers);
    }

    /** Asks it from its own machine. */
    boolean answers() {
        return get(host, "127.0.0.1", port).equals(host.name());
    }

    void stop() {
        host.exec("nginx", "-e", "stderr", "-c", CONFIGURATION, "-s", "stop");
    }

    /** One request on a connection of its own; the name of the machine that answered, or an empty text. */
    static String get(Host client, String address, int port) {
        Result result = client.run("curl", "-s", "--max-time", "2", "http://" + address + ":" + port + "/");
        return result.exitCode() == 0 ? result.output() : "";
    }
}
