package org.lvsdirector.config.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.ServiceKey;

/** No two virtual servers may stand for the same kernel service. */
final class ServiceChecks {
    private final Problems problems;

    ServiceChecks(Problems problems) {
        this.problems = problems;
    }

    void check(List<VirtualServerConfig> servers) {
        Map<ServiceKey, VirtualServerConfig> owners = new HashMap<>();
        for (VirtualServerConfig server : servers) {
            for (ServiceKey key : server.services()) {
                VirtualServerConfig first = owners.putIfAbsent(key, server);
                if (first != null) {
                    report(key, server, first);
                }
            }
        }
    }

    private void report(ServiceKey key, VirtualServerConfig server, VirtualServerConfig first) {
        boolean same = first.place().equals(server.place());
        problems.error(
                server.place(),
                same
                        ? "the group names " + name(key) + " twice"
                        : "the service " + name(key) + " exists already in virtual_server " + first.label() + " at "
                                + first.place(),
                "remove one of the two");
    }

    private static String name(ServiceKey key) {
        if (key instanceof ServiceKey.ByAddress byAddress) {
            return byAddress.protocol() + " " + byAddress.address().getHostAddress() + " " + byAddress.port();
        }
        ServiceKey.ByFwmark byMark = (ServiceKey.ByFwmark) key;
        return "fwmark " + byMark.mark();
    }
}
