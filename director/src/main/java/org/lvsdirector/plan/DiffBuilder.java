package org.lvsdirector.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;

/** Compares two tables, one step of the order at a time. */
final class DiffBuilder {
    private final IpvsTable desired;
    private final IpvsTable known;
    private final Ownership ownership;
    private final List<IpvsChange> addServices = new ArrayList<>();
    private final List<IpvsChange> addServers = new ArrayList<>();
    private final List<IpvsChange> updates = new ArrayList<>();
    private final List<IpvsChange> removeServers = new ArrayList<>();
    private final List<IpvsChange> removeServices = new ArrayList<>();
    private final List<Diff.Stranger> strangers = new ArrayList<>();

    DiffBuilder(IpvsTable desired, IpvsTable known, Ownership ownership) {
        this.desired = desired;
        this.known = known;
        this.ownership = ownership;
    }

    Diff build() {
        desired.rows().forEach(row -> want(row, known.row(row.key())));
        known.rows().forEach(row -> {
            if (desired.row(row.key()) == null) {
                dismiss(row);
            }
        });
        List<IpvsChange> changes = new ArrayList<>(addServices);
        changes.addAll(addServers);
        changes.addAll(updates);
        changes.addAll(removeServers);
        changes.addAll(removeServices);
        return new Diff(changes, strangers);
    }

    private void want(IpvsTable.Row wanted, IpvsTable.@Nullable Row present) {
        if (present == null) {
            addServices.add(new IpvsChange.AddService(wanted.service()));
            wanted.servers().values().forEach(server -> addServers.add(new IpvsChange.AddServer(wanted.key(), server)));
            return;
        }
        if (!wanted.service().equals(present.service())) {
            updates.add(new IpvsChange.UpdateService(wanted.service()));
        }
        for (RealServer server : wanted.servers().values()) {
            RealServer there = present.servers().get(server.key());
            if (there == null) {
                addServers.add(new IpvsChange.AddServer(wanted.key(), server));
            } else if (!server.equals(there)) {
                updates.add(new IpvsChange.UpdateServer(wanted.key(), server));
            }
        }
        for (RealServerKey there : present.servers().keySet()) {
            if (!wanted.servers().containsKey(there)) {
                removeOrLeave(wanted.key(), there);
            }
        }
    }

    private void removeOrLeave(ServiceKey service, RealServerKey server) {
        if (ownership.ownsServer(service, server)) {
            removeServers.add(new IpvsChange.RemoveServer(service, server));
        } else {
            strangers.add(new Diff.Stranger.Server(service, server));
        }
    }

    /** The kernel removes real servers with their service, a stranger's in it too: it cannot stay without, and the service is ours. */
    private void dismiss(IpvsTable.Row row) {
        if (ownership.ownsService(row.key())) {
            removeServices.add(new IpvsChange.RemoveService(row.key()));
        } else {
            strangers.add(new Diff.Stranger.Service(row.key()));
        }
    }
}
