package org.lvsdirector.config;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lvsdirector.config.syntax.Problem;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;

/** What virtual servers need of the host that forwards their packets. Of a hundred thousand real servers none asks the host anew. */
final class HostServices {
    private final HostFacts host;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<AddressFamily> asked = EnumSet.noneOf(AddressFamily.class);

    HostServices(HostFacts host) {
        this.host = host;
    }

    List<Problem> problems(Configuration configuration) {
        if (!configuration.needsCheckers()) {
            return problems;
        }
        Set<InetAddress> own = host.addresses();
        for (VirtualServerConfig server : configuration.virtualServers()) {
            for (RealServerConfig real : server.realServers()) {
                forwarding(real);
                self(real, own);
            }
        }
        return problems;
    }

    private void forwarding(RealServerConfig real) {
        AddressFamily family = AddressFamily.of(real.address());
        if (real.forwarding().method() == ForwardingMethod.MASQUERADE && asked.add(family) && !host.forwards(family)) {
            String key = family == AddressFamily.IPV4 ? "net.ipv4.ip_forward" : "net.ipv6.conf.all.forwarding";
            problems.add(Problem.warning(
                    real.place(),
                    "this host does not forward packets, which NAT needs for the answers",
                    "sysctl -w " + key + "=1"));
        }
    }

    private void self(RealServerConfig real, Set<InetAddress> own) {
        if (own.contains(real.address())) {
            problems.add(Problem.warning(
                    real.place(),
                    "real_server " + real.address().getHostAddress() + " is this host",
                    "two directors that are each other's real servers send packets round in a circle"));
        }
    }
}
