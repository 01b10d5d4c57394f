package org.lvsdirector.config.pair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lvsdirector.config.RealServerConfig;
import org.lvsdirector.config.VirtualServerConfig;
import org.lvsdirector.ipvs.IpAddresses;
import org.lvsdirector.ipvs.ServiceKey;

/** The services of a pair: a take-over must bring the same ones, with the same real servers behind them. */
final class ServicePairs {
    private static final String ADVICE = "give both the same: clients must not notice which director serves them";

    private final Differences differences;

    ServicePairs(Differences differences) {
        this.differences = differences;
    }

    void compare(List<VirtualServerConfig> first, List<VirtualServerConfig> second) {
        Map<ServiceKey, VirtualServerConfig> unpaired = byKey(first);
        byKey(second).forEach((key, server) -> {
            VirtualServerConfig partner = unpaired.remove(key);
            if (partner == null) {
                differences.add(server.place(), "the other file has no service " + key, "it ends with a take-over");
            } else {
                compare(key, partner, server);
            }
        });
        unpaired.forEach(
                (key, server) -> differences.missing(server.place(), "service " + key, "it ends with a take-over"));
    }

    private static Map<ServiceKey, VirtualServerConfig> byKey(List<VirtualServerConfig> servers) {
        Map<ServiceKey, VirtualServerConfig> byKey = new LinkedHashMap<>();
        servers.forEach(server -> server.services().forEach(key -> byKey.put(key, server)));
        return byKey;
    }

    private void compare(ServiceKey key, VirtualServerConfig first, VirtualServerConfig second) {
        differences.value(
                second.place(), first.place(), "lb_algo of " + key, second.scheduler(), first.scheduler(), ADVICE);
        if (!Objects.equals(first.persistence(), second.persistence())) {
            differences.add(
                    second.place(), "the persistence of " + key + " is another than at " + first.place(), ADVICE);
        }
        Map<String, RealServerConfig> firsts = byName(first);
        Map<String, RealServerConfig> seconds = byName(second);
        differences.members(
                second.place(), first.place(), "real servers of " + key, seconds.keySet(), firsts.keySet(), ADVICE);
        seconds.forEach((name, member) -> {
            RealServerConfig partner = firsts.get(name);
            if (partner != null) {
                differences.value(
                        member.place(),
                        partner.place(),
                        "the weight of " + name,
                        member.weight(),
                        partner.weight(),
                        ADVICE);
                differences.value(
                        member.place(),
                        partner.place(),
                        "the forwarding of " + name,
                        member.forwarding().method(),
                        partner.forwarding().method(),
                        ADVICE);
            }
        });
    }

    private static Map<String, RealServerConfig> byName(VirtualServerConfig server) {
        Map<String, RealServerConfig> byName = new LinkedHashMap<>();
        server.realServers().forEach(member -> byName.put(IpAddresses.format(member.address(), member.port()), member));
        return byName;
    }
}
