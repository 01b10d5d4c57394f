package org.lvsdirector.config.read;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.config.VrrpInstanceConfig;
import org.lvsdirector.config.syntax.Problems;
import org.lvsdirector.ipvs.ServiceKey;

/** No two virtual servers may stand for the same kernel service, and some virtual router should hold the address of each. */
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

    /** Where routers hold addresses at all, a service on another one is a slip more often than not. */
    void checkHeld(List<VirtualServerConfig> servers, List<VrrpInstanceConfig> instances) {
        Set<InetAddress> held = new HashSet<>();
        for (VrrpInstanceConfig instance : instances) {
            instance.addresses().forEach(address -> held.add(address.address()));
            instance.excludedAddresses().forEach(address -> held.add(address.address()));
        }
        if (held.isEmpty()) {
            return;
        }
        for (VirtualServerConfig server : servers) {
            for (ServiceKey key : server.services()) {
                if (key instanceof ServiceKey.ByAddress service && held.add(service.address())) {
                    problems.warning(
                            server.place(),
                            "no vrrp_instance holds " + service.address().getHostAddress(),
                            "add it to virtual_ipaddress, or see to it that this host has it");
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
