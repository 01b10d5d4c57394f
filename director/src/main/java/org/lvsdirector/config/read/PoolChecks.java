package org.lvsdirector.config.read;

import java.net.InetAddress;
import org.lvsdirector.config.Forwarding;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.SorryServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.config.syntax.SourcePlace;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.ServiceKey;

/** What real servers and their virtual server must agree on. */
final class PoolChecks {
    private final Problems problems;

    PoolChecks(Problems problems) {
        this.problems = problems;
    }

    void check(VirtualServerConfig server, AddressFamily family) {
        if (server.realServers().isEmpty()) {
            problems.warning(
                    server.place(),
                    "virtual_server " + server.label() + " has no real servers and is left out",
                    "add a real_server block");
        }
        for (ServiceKey key : server.services()) {
            if (key.family() != family) {
                problems.error(
                        server.place(),
                        "virtual_server " + server.label() + " mixes IPv4 and IPv6",
                        "make two groups and two virtual servers of it");
                return;
            }
        }
        for (RealServerConfig member : server.realServers()) {
            family(member.address(), member.forwarding(), family, member.place());
            port(member, server);
        }
        SorryServerConfig sorry = server.sorryServer();
        if (sorry != null) {
            family(sorry.address(), sorry.forwarding(), family, sorry.place());
            sorry(sorry, server);
        }
    }

    private void family(InetAddress address, Forwarding forwarding, AddressFamily family, SourcePlace place) {
        if (AddressFamily.of(address) != family && forwarding.method() != ForwardingMethod.TUNNEL) {
            problems.error(
                    place,
                    address.getHostAddress() + " is of another family than its virtual server",
                    "only tunnelled real servers may be: lvs_method TUN");
        }
    }

    /** Only NAT rewrites the port; elsewhere the packets arrive as the client sent them. */
    private void port(RealServerConfig member, VirtualServerConfig server) {
        int port = member.port();
        if (port == 0 || member.forwarding().method() == ForwardingMethod.MASQUERADE) {
            return;
        }
        ServiceKey first =
                server.services().isEmpty() ? null : server.services().get(0);
        if (first instanceof ServiceKey.ByFwmark) {
            problems.warning(
                    member.place(),
                    "only NAT can change the port of marked packets: port " + port + " serves the checks alone",
                    "leave it out and write connect_port in the check");
        } else if (first instanceof ServiceKey.ByAddress byAddress && byAddress.port() != port) {
            problems.warning(
                    member.place(),
                    "only NAT can change the port: clients reach this server at port " + byAddress.port() + ", port "
                            + port + " serves the checks alone",
                    "use port " + byAddress.port() + ", and connect_port in the check");
        }
    }

    private void sorry(SorryServerConfig sorry, VirtualServerConfig server) {
        for (RealServerConfig member : server.realServers()) {
            if (member.address().equals(sorry.address()) && member.port() == sorry.port()) {
                problems.warning(
                        sorry.place(),
                        "the sorry server is one of the real servers: it stands in also where its own check has failed",
                        "name another server, or leave it out");
            }
        }
    }
}
