package org.lvsdirector.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;

/**
 * What this instance may change: the services and real servers that its configuration or its ledger names. All else in the kernel's table
 * is a stranger's.
 *
 * @param servers for each own service its own real servers; a service may be own without any
 */
public record Ownership(Map<ServiceKey, Set<RealServerKey>> servers) {
    /** Owns nothing. */
    public static final Ownership NOTHING = new Ownership(Map.of());

    public Ownership {
        Map<ServiceKey, Set<RealServerKey>> copy = new LinkedHashMap<>();
        servers.forEach((key, value) -> copy.put(key, CompactSet.copyOf(value)));
        servers = CompactMap.copyOf(copy);
    }

    public boolean ownsService(ServiceKey service) {
        return servers.containsKey(service);
    }

    public boolean ownsServer(ServiceKey service, RealServerKey server) {
        return servers.getOrDefault(service, Set.of()).contains(server);
    }

    /** What either owns. */
    public Ownership plus(Ownership other) {
        Map<ServiceKey, Set<RealServerKey>> all = new LinkedHashMap<>(servers);
        other.servers.forEach((key, value) -> all.merge(key, value, Ownership::union));
        return new Ownership(all);
    }

    private static Set<RealServerKey> union(Set<RealServerKey> some, Set<RealServerKey> others) {
        Set<RealServerKey> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
