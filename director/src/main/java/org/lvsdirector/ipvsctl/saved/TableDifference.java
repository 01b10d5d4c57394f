package org.lvsdirector.ipvsctl.saved;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Ownership;

/**
 * What leads from the kernel's table to a saved one.
 *
 * @param changes of services and real servers, in the order in which the kernel must get them; what stays as it is is not touched, so its
 *     connections go on
 * @param timeouts null to leave them
 * @param stopped daemons that run otherwise than they should
 * @param started daemons that do not run, or not as they should
 */
public record TableDifference(
        List<IpvsChange> changes, @Nullable IpvsTimeouts timeouts, List<SyncDaemon> stopped, List<SyncDaemon> started) {

    /** Compares; the table is all the kernel has, so what the saved one lacks goes. */
    public static TableDifference between(SavedTable wanted, SavedTable present) {
        List<IpvsChange> changes = Diff.between(wanted.services(), present.services(), all(present.services()))
                .changes();
        List<SyncDaemon> stopped = new ArrayList<>();
        List<SyncDaemon> started = new ArrayList<>();
        for (SyncDaemon daemon : wanted.daemons()) {
            @Nullable SyncDaemon running = ofRole(daemon.role(), present.daemons());
            if (running == null || !daemon.isMetBy(running)) {
                started.add(daemon);
                if (running != null) {
                    stopped.add(running);
                }
            }
        }
        return new TableDifference(changes, timeouts(wanted, present), stopped, started);
    }

    private static @Nullable IpvsTimeouts timeouts(SavedTable wanted, SavedTable present) {
        IpvsTimeouts set = wanted.timeouts();
        IpvsTimeouts now = present.timeouts();
        if (set == null || now == null) {
            return set;
        }
        // 0 keeps what is there.
        boolean met = isMet(set.tcp(), now.tcp()) && isMet(set.tcpFin(), now.tcpFin()) && isMet(set.udp(), now.udp());
        return met ? null : set;
    }

    private static boolean isMet(int set, int now) {
        return set == 0 || set == now;
    }

    private static @Nullable SyncDaemon ofRole(SyncDaemon.Role role, List<SyncDaemon> daemons) {
        for (SyncDaemon daemon : daemons) {
            if (daemon.role() == role) {
                return daemon;
            }
        }
        return null;
    }

    private static Ownership all(IpvsTable table) {
        Map<ServiceKey, Set<RealServerKey>> owned = new LinkedHashMap<>();
        for (IpvsTable.Row row : table.rows()) {
            owned.put(row.key(), row.servers().keySet());
        }
        return new Ownership(owned);
    }

    /** Whether the tables are alike. */
    public boolean isEmpty() {
        return changes.isEmpty() && timeouts == null && started.isEmpty();
    }
}
