package org.lvsdirector.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.plan.CompactMap;
import org.lvsdirector.plan.IpvsTable;

/** The last known table: the last dump plus the changes that the kernel has acknowledged since. */
final class KnownTable {
    private final Map<ServiceKey, VirtualService> services = new LinkedHashMap<>();
    /** Compact, but for those of the service that is changing: changes of a service mostly come together. */
    private final Map<ServiceKey, Map<RealServerKey, RealServer>> servers = new LinkedHashMap<>();

    private @Nullable ServiceKey changing;

    void replace(IpvsTable dump) {
        services.clear();
        servers.clear();
        changing = null;
        for (IpvsTable.Row row : dump.rows()) {
            services.put(row.key(), row.service());
            servers.put(row.key(), row.servers());
        }
    }

    /** Takes in a change that the kernel has made. */
    void made(IpvsChange change) {
        if (change instanceof IpvsChange.AddService add) {
            put(add.definition());
        } else if (change instanceof IpvsChange.UpdateService update) {
            put(update.definition());
        } else if (change instanceof IpvsChange.RemoveService remove) {
            settle();
            services.remove(remove.service());
            servers.remove(remove.service());
        } else if (change instanceof IpvsChange.AddServer add) {
            serversOf(add.service()).put(add.server().key(), add.server());
        } else if (change instanceof IpvsChange.UpdateServer update) {
            serversOf(update.service()).put(update.server().key(), update.server());
        } else if (change instanceof IpvsChange.RemoveServer remove) {
            serversOf(remove.service()).remove(remove.server());
        }
    }

    private void put(VirtualService service) {
        services.put(service.key(), service);
        serversOf(service.key());
    }

    /** The servers of a service, to be changed. */
    private Map<RealServerKey, RealServer> serversOf(ServiceKey service) {
        Map<RealServerKey, RealServer> present = servers.getOrDefault(service, Map.of());
        if (service.equals(changing)) {
            return present;
        }
        settle();
        Map<RealServerKey, RealServer> changeable = new LinkedHashMap<>(present);
        servers.put(service, changeable);
        changing = service;
        return changeable;
    }

    private void settle() {
        if (changing != null) {
            servers.computeIfPresent(changing, (key, changed) -> CompactMap.copyOf(changed));
            changing = null;
        }
    }

    @Nullable
    RealServer server(ServiceKey service, RealServerKey server) {
        return servers.getOrDefault(service, Map.of()).get(server);
    }

    @Nullable
    VirtualService service(ServiceKey key) {
        return services.get(key);
    }

    IpvsTable table() {
        return table(services.keySet());
    }

    /** The part with these services. */
    IpvsTable table(Collection<ServiceKey> keys) {
        settle();
        List<IpvsTable.Row> rows = new ArrayList<>();
        for (ServiceKey key : keys) {
            VirtualService service = services.get(key);
            if (service != null) {
                rows.add(new IpvsTable.Row(service, servers.getOrDefault(key, Map.of())));
            }
        }
        return IpvsTable.of(rows);
    }
}
