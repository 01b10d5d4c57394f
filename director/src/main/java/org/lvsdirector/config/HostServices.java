package org.lvsdirector.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;

/** What virtual servers need of the host that forwards their packets. */
final class HostServices {
    private final HostFacts host;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<AddressFamily> told = new HashSet<>();

    HostServices(HostFacts host) {
        this.host = host;
    }

    List<Problem> problems(Configuration configuration) {
        for (VirtualServerConfig server : configuration.virtualServers()) {
            for (RealServerConfig real : server.realServers()) {
                forwarding(real);
                self(real);
            }
        }
        return problems;
    }

    private void forwarding(RealServerConfig real) {
        AddressFamily family = AddressFamily.of(real.address());
        if (real.forwarding().method() == ForwardingMethod.MASQUERADE && !host.forwards(family) && told.add(family)) {
            String key = family == AddressFamily.IPV4 ? "net.ipv4.ip_forward" : "net.ipv6.conf.all.forwarding";
            problems.add(Problem.warning(
                    real.place(),
                    "this host does not forward packets, which NAT needs for the answers",
                    "sysctl -w " + key + "=1"));
        }
    }

    private void self(RealServerConfig real) {
        if (host.hasAddress(real.address())) {
            problems.add(Problem.warning(
                    real.place(),
                    "real_server " + real.address().getHostAddress() + " is this host",
                    "two directors that are each other's real servers send packets round in a circle"));
        }
    }
}
