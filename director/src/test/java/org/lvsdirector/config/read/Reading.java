package org.lvsdirector.config.read;

import java.nio.file.Path;
import java.util.List;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.Configuration;
import org.lvsdirector.config.ConfigurationResult;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.InMemorySources;

/** Short texts to configurations, for tests. */
final class Reading {
    private static final String FILE = "x.conf";

    private Reading() {}

    static ConfigurationResult read(String text) {
        return new ConfigurationReader(new InMemorySources().with(FILE, text)).read(Path.of(FILE));
    }

    /** The configuration; warnings are allowed, errors are not. */
    static Configuration accepted(String text) {
        ConfigurationResult result = read(text);
        Configuration configuration = result.configuration();
        if (configuration == null) {
            throw new AssertionError(result.problems().toString());
        }
        return configuration;
    }

    /** {@code LINE:COLUMN severity: message} for each problem. */
    static List<String> problems(String text) {
        return read(text).problems().stream()
                .map(problem -> problem.place().line() + ":" + problem.place().column() + " "
                        + problem.severity().word() + ": " + problem.message())
                .toList();
    }

    /** An instance with the given lines between what every instance needs; its first own line is line 4. */
    static String instanceText(String lines) {
        return "vrrp_instance A {\ninterface eth0\nvirtual_router_id 5\n" + lines
                + "\nvirtual_ipaddress { 10.0.0.1 }\n}\n";
    }

    static VrrpInstanceConfig instance(String lines) {
        return accepted(instanceText(lines)).instances().get(0);
    }

    /** A virtual server with the given lines after what saves it from warnings; its first own line is line 5. */
    static String serverText(String opener, String lines) {
        return "virtual_server " + opener + " {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\n" + lines + "\n}\n";
    }

    static VirtualServerConfig server(String lines) {
        return accepted(serverText("10.0.0.1 80", lines)).virtualServers().get(0);
    }

    static RealServerConfig realServer(String lines) {
        return server("real_server 10.0.0.2 80 {\n" + lines + "\n}")
                .realServers()
                .get(0);
    }

    /** The one checker of a real server without a port, in a service opened like this. */
    static CheckerConfig checkerWithoutPort(String opener, String kind) {
        return firstChecker(serverText(opener, "real_server 10.0.0.2 {\n" + kind + " {\n}\n}"));
    }

    /** The first checker of the first real server of a file. */
    static CheckerConfig firstChecker(String text) {
        return accepted(text)
                .virtualServers()
                .get(0)
                .realServers()
                .get(0)
                .checkers()
                .get(0);
    }
}
