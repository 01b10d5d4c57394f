package org.lvsdirector.control.mapping;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.DataPath;
import org.lvsdirector.config.CheckerConfig;
import org.lvsdirector.config.MarkRange;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Protocol;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.ProbeMarks;
import org.lvsdirector.plan.ServiceDefinition;

/** The ways of clients' packets that checks take ({@code vip_check}), and the marks that open them. */
final class DataPaths {
    /** Of a range, no more addresses than this are asked. */
    private static final int MOST_ADDRESSES = 8;

    private final ProbeMarks marks;

    DataPaths(List<VirtualServerConfig> servers, MarkRange range) {
        Set<ProbeMarks.Target> targets = new LinkedHashSet<>();
        for (VirtualServerConfig server : servers) {
            for (RealServerConfig real : server.realServers()) {
                if (real.checkers().stream().anyMatch(checker -> isUsable(server, real, checker))) {
                    targets.add(target(server, real));
                }
            }
        }
        marks = ProbeMarks.of(targets, range.first(), range.last());
    }

    /** The services that the marks need. */
    List<ServiceDefinition> services() {
        return marks.services();
    }

    /** The way of one check; null where it asks straight alone. */
    @Nullable
    DataPath of(VirtualServerConfig server, RealServerConfig real, CheckerConfig checker) {
        if (!isUsable(server, real, checker)) {
            return null;
        }
        List<InetAddress> addresses = new ArrayList<>();
        int port = 0;
        for (ServiceKey key : server.services()) {
            if (key instanceof ServiceKey.ByAddress service && addresses.size() < MOST_ADDRESSES) {
                addresses.add(service.address());
                port = service.port();
            }
        }
        int asked = port == 0 ? checker.options().connectPort() : port;
        return new DataPath(addresses, asked, marks.of(target(server, real)));
    }

    private static boolean isUsable(VirtualServerConfig server, RealServerConfig real, CheckerConfig checker) {
        return checker.vipCheck()
                && real.forwarding().method() != ForwardingMethod.MASQUERADE
                && server.services().get(0) instanceof ServiceKey.ByAddress service
                && service.protocol() == Protocol.TCP;
    }

    private static ProbeMarks.Target target(VirtualServerConfig server, RealServerConfig real) {
        return new ProbeMarks.Target(
                real.address(),
                real.forwarding().method(),
                real.forwarding().tunnel(),
                server.services().get(0).family());
    }
}
