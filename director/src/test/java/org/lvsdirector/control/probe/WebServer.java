package org.lvsdirector.control.probe;

import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Running;

/** nginx on a simulated machine, at port 80 and inside TLS at 443: {@code /} is good, {@code /broken} says 503, {@code /slow} takes its time. */
final class WebServer {
    private static final String CONFIGURATION = """
            pid /run/nginx.pid;
            worker_processes 1;
            error_log /run/nginx.log;
            events { }
            http {
                access_log off;
                default_type text/plain;
                ssl_certificate /run/default.pem;
                ssl_certificate_key /run/default.key;
                server {
                    listen 80;
                    listen 443 ssl;
                    location / { return 200 "fine\\n"; }
                    location /broken { return 503; }
                    location /slow { root /run; limit_rate 1; }
                }
            }
            """;

    private WebServer() {}

    /** Starts it; it does not answer at once. */
    static Running start(Host host) {
        host.write("/run/slow", "x".repeat(1000));
        return start(host, CONFIGURATION);
    }

    /** The same with another configuration, which finds a certificate that nobody knows in {@code /run/default.pem} and its key beside it. */
    static Running start(Host host, String configuration) {
        host.write("/run/nginx.conf", configuration);
        host.exec(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=nobody",
                "-keyout",
                "/run/default.key",
                "-out",
                "/run/default.pem");
        return host.start("nginx", "-e", "/run/nginx.log", "-c", "/run/nginx.conf", "-g", "daemon off;");
    }
}
