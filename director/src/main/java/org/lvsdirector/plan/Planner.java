package org.lvsdirector.plan;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.check.health.PoolSpec;
import org.lvsdirector.check.health.Presence;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.VirtualService;

/**
 * From configuration and health to the table that the kernel should hold.
 *
 * <p>A real server's port in the kernel: with NAT it is the configured one, where 0 keeps the client's; with direct routing and tunnels
 * it is the service's own, since nothing rewrites the packet, and 0 in a service by mark, which has none. Two configured real servers that so become one
 * are one, and the first counts, as in keepalived.
 */
public final class Planner {
    private Planner() {}

    /**
     * The desired table, services in the order of the configuration.
     *
     * @param health for each service by name; a service that it does not have counts as all up
     */
    public static IpvsTable desired(Collection<ServiceDefinition> services, Map<String, PoolHealth> health) {
        return desired(services, health, (service, server, weight) -> weight);
    }

    /** What a real server gets of its weight at present, both by name. */
    @FunctionalInterface
    public interface Share {
        int of(String service, String server, int weight);
    }

    /**
     * The same where some real servers do not have their whole weight.
     *
     * @param share asked for each real server that is in use
     */
    public static IpvsTable desired(
            Collection<ServiceDefinition> services, Map<String, PoolHealth> health, Share share) {
        List<IpvsTable.Row> rows = new ArrayList<>();
        Shared<RealServer> shared = new Shared<>();
        for (ServiceDefinition service : services) {
            PoolHealth pool = health.get(service.name());
            PoolHealth known = pool == null ? PoolHealth.allUp(Pools.of(service, Map.of())) : pool;
            for (ServiceKey key : service.keys()) {
                rows.add(row(service, key, known, share, shared));
            }
        }
        return IpvsTable.of(rows);
    }

    /** All that these services name, whether it is in the table at present or not. */
    public static Ownership ownership(Collection<ServiceDefinition> services) {
        Map<ServiceKey, Set<RealServerKey>> owned = new LinkedHashMap<>();
        Shared<RealServerKey> shared = new Shared<>();
        for (ServiceDefinition service : services) {
            for (ServiceKey key : service.keys()) {
                Set<RealServerKey> servers = owned.computeIfAbsent(key, absent -> new LinkedHashSet<>());
                service.servers().forEach(server -> servers.add(shared.of(keyOf(server, key))));
                if (service.sorry() != null) {
                    servers.add(keyOf(service.sorry(), key));
                }
            }
        }
        return new Ownership(owned);
    }

    /** The addresses that clients of a service connect to; none where marks say whose packets are its own. */
    public static Set<InetAddress> addresses(ServiceDefinition service) {
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (ServiceKey key : service.keys()) {
            if (key instanceof ServiceKey.ByAddress byAddress) {
                addresses.add(byAddress.address());
            }
        }
        return addresses;
    }

    /** What identifies a configured real server within one of its services to the kernel. */
    public static RealServerKey keyOf(RealServerDefinition server, ServiceKey service) {
        if (server.method() == ForwardingMethod.MASQUERADE) {
            return new RealServerKey(server.address(), server.port());
        }
        return new RealServerKey(server.address(), service instanceof ServiceKey.ByAddress found ? found.port() : 0);
    }

    private static IpvsTable.Row row(
            ServiceDefinition service, ServiceKey key, PoolHealth health, Share share, Shared<RealServer> shared) {
        Map<RealServerKey, RealServer> servers = new LinkedHashMap<>();
        for (RealServerDefinition server : service.servers()) {
            Presence presence = health.presence(Pools.server(server, List.of()));
            int weight = share.of(service.name(), server.name(), health.weight(server.name(), server.weight()));
            put(servers, server, key, presence, weight, shared);
        }
        RealServerDefinition sorry = service.sorry();
        if (sorry != null) {
            Presence presence = health.presence(new PoolSpec.Sorry(sorry.name(), sorry.inhibit()));
            if (presence == Presence.ACTIVE) {
                // The sorry server may be one of the real servers too: while it stands in, that is what it is.
                servers.remove(keyOf(sorry, key));
            }
            put(servers, sorry, key, presence, sorry.weight(), shared);
        }
        VirtualService definition =
                new VirtualService(key, service.scheduler(), service.flags(), service.persistence());
        return new IpvsTable.Row(definition, servers);
    }

    private static void put(
            Map<RealServerKey, RealServer> servers,
            RealServerDefinition server,
            ServiceKey service,
            Presence presence,
            int weight,
            Shared<RealServer> shared) {
        RealServerKey key = keyOf(server, service);
        if (presence == Presence.ABSENT || servers.containsKey(key)) {
            return;
        }
        RealServer wanted = shared.of(new RealServer(
                key,
                server.method(),
                presence == Presence.ACTIVE ? weight : 0,
                server.upperThreshold(),
                server.lowerThreshold(),
                server.tunnel()));
        servers.put(wanted.key(), wanted);
    }
}
