package org.lvsdirector.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.IpvsTable;

/** The weights set by hand, and what they make of a desired table. */
final class HandWeights {
    private final Map<ServiceKey, Map<RealServerKey, HandWeight>> weights = new LinkedHashMap<>();

    void put(HandWeight weight) {
        weights.computeIfAbsent(weight.where().service(), absent -> new LinkedHashMap<>())
                .put(weight.where().server(), weight);
    }

    void remove(ServiceKey service, RealServerKey server) {
        Map<RealServerKey, HandWeight> ofService = weights.get(service);
        if (ofService != null) {
            ofService.remove(server);
            if (ofService.isEmpty()) {
                weights.remove(service);
            }
        }
    }

    void clear() {
        weights.clear();
    }

    List<HandWeight> all() {
        return weights.values().stream()
                .flatMap(ofService -> ofService.values().stream())
                .toList();
    }

    /** Forgets those of a service whose real servers are to be otherwise than before: their health changed. */
    void forgetChanged(IpvsTable.@Nullable Row before, IpvsTable.@Nullable Row after, ServiceKey service) {
        for (RealServerKey server :
                List.copyOf(weights.getOrDefault(service, Map.of()).keySet())) {
            RealServer then = before == null ? null : before.servers().get(server);
            RealServer now = after == null ? null : after.servers().get(server);
            if (now == null || !now.equals(then)) {
                remove(service, server);
            }
        }
    }

    /** A table with the weights that people chose. */
    IpvsTable over(IpvsTable table) {
        return weights.isEmpty()
                ? table
                : IpvsTable.of(table.rows().stream().map(this::over).toList());
    }

    private IpvsTable.Row over(IpvsTable.Row row) {
        Map<RealServerKey, HandWeight> ofService = weights.get(row.key());
        if (ofService == null) {
            return row;
        }
        List<RealServer> servers = new ArrayList<>();
        for (RealServer server : row.servers().values()) {
            HandWeight hand = ofService.get(server.key());
            servers.add(hand == null ? server : server.withWeight(hand.weight()));
        }
        return IpvsTable.Row.of(row.service(), servers);
    }
}
