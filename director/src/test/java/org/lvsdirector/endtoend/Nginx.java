package org.lvsdirector.endtoend;

import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Running;

/** nginx on a simulated machine; it answers every request with the machine's name and a line feed, one connection each. */
final class Nginx {
    /** The configuration's file. */
    static final String CONFIGURATION = "/run/nginx.conf";

    private Nginx() {}

    /** Writes the configuration for {@code port}. */
    static void configure(Host host, int port) {
        host.write(CONFIGURATION, """
                pid /run/nginx.pid;
                worker_processes 1;
                error_log /run/nginx.log;
                events { }
                http {
                    access_log off;
                    keepalive_timeout 0;
                    server {
                        listen %d;
                        location / {
                            default_type text/plain;
                            return 200 "%s\\n";
                        }
                    }
                }
                """.formatted(port, host.name()));
    }

    /** Starts it in the foreground. */
    static Running start(Host host, int port) {
        configure(host, port);
        return host.start("nginx", "-e", "/run/nginx.log", "-c", CONFIGURATION, "-g", "daemon off;");
    }
}
