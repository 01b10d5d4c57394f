package org.lvsdirector.endtoend;

import java.time.Duration;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Dnsmasq;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Keepalived;

/**
 * Three real servers on one machine, each with its address: web, TLS, mail, names and BFD, and a way to break each of them alone. What commands and
 * files say of them stands in {@code /run} of the machine that checks.
 */
final class RealServerFarm {
    static final String[] SERVERS = {"10.90.1.11", "10.90.1.12", "10.90.1.13"};

    /** Slow enough for a busy machine: lost after three seconds. */
    static final String BFD_TIMES = "min_rx 300\nmin_tx 300\nmultiplier 10\n";

    private static final String WEB = """
            pid /run/nginx.pid;
            worker_processes 1;
            error_log /run/nginx.log;
            events { }
            http {
                access_log off;
                ssl_certificate /run/key.pem;
                ssl_certificate_key /run/key.pem;
                server {
                    listen 80;
                    listen 443 ssl;
                    location / {
                        if (-f /run/wrong.$server_addr) { return 503; }
                        return 200 "fine\\n";
                    }
                }
            }
            """;

    private final Host farm;
    private final Host checker;

    RealServerFarm(Host farm, Host checker) {
        this.farm = farm;
        this.checker = checker;
    }

    void start() {
        // The usual limit lets through one refusal a second and sender, so that what is refused would seem silent now
        // and then.
        farm.sysctl("net.ipv4.icmp_ratelimit", "0");
        for (String server : SERVERS) {
            farm.addAddress("eth0", server + "/24");
        }
        farm.write("/run/nginx.conf", WEB);
        farm.exec(
                "sh",
                "-c",
                "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=farm -keyout /run/k -out /run/c"
                        + " && cat /run/k /run/c >/run/key.pem");
        farm.start("nginx", "-e", "/run/nginx.log", "-c", "/run/nginx.conf", "-g", "daemon off;");
        farm.write(Keepalived.CONFIGURATION, sessions());
        Keepalived.start(farm);
        farm.start("smtp-sink", "-u", "nobody", "0.0.0.0:25", "10");
        Dnsmasq.start(farm, "10.90.1.80");
        for (int port : new int[] {80, 443, 25, 53}) {
            Await.until(
                    "port " + port,
                    Duration.ofMinutes(2),
                    () -> farm.run("bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + port)
                                    .exitCode()
                            == 0);
        }
        for (String server : SERVERS) {
            says(server, 0);
        }
    }

    /** BFD of each real server with the machine that checks. */
    private static String sessions() {
        StringBuilder text = new StringBuilder();
        for (String server : SERVERS) {
            text.append("bfd_instance s").append(server, server.length() - 1, server.length());
            text.append(" {\nneighbor_ip 10.90.1.1\nsource_ip ")
                    .append(server)
                    .append('\n')
                    .append(BFD_TIMES)
                    .append("}\n");
        }
        return text.toString();
    }

    /** Turns connections and datagrams away, as a machine without services does; echoes and BFD stay unanswered. */
    void refuse(String server) {
        filter("-d " + server + " -p tcp -j REJECT --reject-with tcp-reset");
        filter("-d " + server + " -p udp -j REJECT --reject-with icmp-port-unreachable");
        filter("-d " + server + " -p icmp --icmp-type echo-request -j DROP");
        says(server, 1);
    }

    /** Answers nothing at all. */
    void silence(String server) {
        filter("-d " + server + " -j DROP");
        says(server, 1);
    }

    /** Answers web clients with an error, and tells commands another weight. */
    void err(String server) {
        farm.write("/run/wrong." + server, "");
        says(server, 7);
    }

    /** All is well again. */
    void heal(String server) {
        farm.exec(
                "sh",
                "-c",
                "rm -f /run/wrong." + server + "; iptables-legacy -S INPUT | sed -n 's/^-A \\(.* " + server
                        + "\\/32 .*\\)/-D \\1/p' | xargs -r -L1 iptables-legacy");
        says(server, 0);
    }

    private void filter(String rule) {
        farm.exec("sh", "-c", "iptables-legacy -I INPUT " + rule);
    }

    /** What commands exit with, and, as a file's number, whether the server is well. */
    private void says(String server, int status) {
        checker.write("/run/new", status + "\n");
        checker.exec("mv", "/run/new", "/run/status." + server);
    }
}
