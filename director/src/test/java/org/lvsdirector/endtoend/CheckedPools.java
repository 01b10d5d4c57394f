package org.lvsdirector.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lvsdirector.testing.Await;
import org.lvsdirector.testing.Host;
import org.lvsdirector.testing.Lan;
import org.lvsdirector.testing.Network;

/** Virtual services of three real servers each under the built distribution, with the kernel's own table. */
abstract class CheckedPools {
    static final String A = RealServerFarm.SERVERS[0];
    static final String B = RealServerFarm.SERVERS[1];
    static final String C = RealServerFarm.SERVERS[2];
    static final String VIP = "10.98.0.1";
    static final String CONFIGURATION = "/run/director.conf";

    @RegisterExtension
    final Network network = Network.perTest();

    final Host checker = network.host("checker");
    final Host farm = network.host("farm");
    final RealServerFarm servers = new RealServerFarm(farm, checker);

    @BeforeEach
    void machines() {
        Lan lan = network.lan("lan");
        checker.plug(lan, "eth0", "10.90.1.1/24");
        farm.plug(lan, "eth0", "10.90.1.2/24");
        servers.start();
        checker.write("/run/ask", """
                #!/bin/sh
                status=$(cat "/run/status.$1")
                echo "$status" >>"/run/runs.$1"
                exit "$status"
                """);
        checker.exec("chmod", "755", "/run/ask");
    }

    void configure(String... services) {
        checker.write(
                CONFIGURATION,
                "global_defs {\nscript_user root\nenable_script_security\nshare_checks\nlvs_sysctl expire_nodest_conn 1\n}\n"
                        + String.join("", services));
    }

    static String service(int port, String rules, String check) {
        StringBuilder text = new StringBuilder("virtual_server " + VIP + " " + port + " {\n" + rules
                + "delay_loop 1\nconnect_timeout 1\nwarmup 0\nlb_algo rr\nlb_kind NAT\nprotocol TCP\n");
        for (String server : RealServerFarm.SERVERS) {
            text.append("real_server " + server + " 80 {\n" + check.replace("SERVER", server) + "\n}\n");
        }
        return text + "}\n";
    }

    void awaitPool(int service, String... servers) {
        boolean withPort = servers[0].startsWith(":");
        String port = withPort ? servers[0] : ":80";
        String wanted = pool(port, withPort ? Arrays.copyOfRange(servers, 1, servers.length) : servers);
        Await.value(
                service + " with " + wanted,
                RunningDirector.PATIENCE,
                () -> new TableStates(checker).table().getOrDefault("TCP " + VIP + ":" + service, "nothing"),
                wanted::equals);
    }

    static String pool(String port, String... servers) {
        return Arrays.stream(servers)
                .map(server -> server.replace("=", port + "="))
                .collect(Collectors.joining(", ", "rr [", "]"));
    }

    static void assertLogged(RunningDirector director, String words) {
        Await.until("'" + words + "' in the log", RunningDirector.PATIENCE, () -> director.process()
                .output()
                .contains(words));
    }

    /** A real server of a service, as the status shows it. */
    static JsonNode server(RunningDirector director, int service, String address) {
        for (JsonNode one : director.status().at("/checkers/services")) {
            if (one.path("name").asText().equals("[" + VIP + "]:tcp:" + service)) {
                for (JsonNode server : one.path("servers")) {
                    if (server.path("name").asText().startsWith("[" + address + "]")) {
                        return server;
                    }
                }
            }
        }
        return MissingNode.getInstance();
    }

    static long successes(RunningDirector director, int service) {
        return server(director, service, B).at("/checks/0/successes").asLong();
    }
}
