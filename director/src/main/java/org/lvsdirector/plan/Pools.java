package org.lvsdirector.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.health.PoolSpec;

/** The health side of a configured virtual server. */
public final class Pools {
    private Pools() {}

    /** Groups checks by virtual service and real server, each by name. */
    public static Map<String, Map<String, List<CheckId>>> group(Iterable<CheckSpec> checks) {
        Map<String, Map<String, List<CheckId>>> grouped = new LinkedHashMap<>();
        for (CheckSpec check : checks) {
            grouped.computeIfAbsent(check.id().service(), absent -> new LinkedHashMap<>())
                    .computeIfAbsent(check.id().server(), absent -> new ArrayList<>())
                    .add(check.id());
        }
        return grouped;
    }

    /**
     * The pool of a virtual service.
     *
     * @param checks for each real server by name, its checks
     */
    public static PoolSpec of(ServiceDefinition service, Map<String, List<CheckId>> checks) {
        List<PoolSpec.Server> servers = new ArrayList<>();
        long weight = 0;
        for (RealServerDefinition server : service.servers()) {
            servers.add(server(server, checks.getOrDefault(server.name(), List.of())));
            weight += server.weight();
        }
        // The configuration warns of a quorum out of reach; here it must only never lock a service out for good.
        long quorum = Math.max(1, Math.min(service.quorum(), weight));
        long hysteresis = Math.max(0, Math.min(service.hysteresis(), quorum - 1));
        return new PoolSpec(
                service.name(),
                servers,
                quorum,
                hysteresis,
                sorry(service.sorry()),
                service.omega(),
                service.policy().floor());
    }

    static PoolSpec.Server server(RealServerDefinition server, List<CheckId> checks) {
        return new PoolSpec.Server(server.name(), server.weight(), server.inhibit(), checks);
    }

    private static PoolSpec.@Nullable Sorry sorry(@Nullable RealServerDefinition sorry) {
        return sorry == null ? null : new PoolSpec.Sorry(sorry.name(), sorry.inhibit());
    }
}
