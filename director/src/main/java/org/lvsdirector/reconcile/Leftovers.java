package org.lvsdirector.reconcile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Ownership;

/** What is owned and in a table. */
final class Leftovers {
    private Leftovers() {}

    static Ownership of(Ownership own, IpvsTable table) {
        Map<ServiceKey, Set<RealServerKey>> left = new LinkedHashMap<>();
        own.servers().forEach((service, servers) -> {
            IpvsTable.Row row = table.row(service);
            if (row != null) {
                Set<RealServerKey> present = new LinkedHashSet<>(servers);
                present.retainAll(row.servers().keySet());
                left.put(service, present);
            }
        });
        return new Ownership(left);
    }
}
