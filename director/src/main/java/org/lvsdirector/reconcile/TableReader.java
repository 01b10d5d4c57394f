package org.lvsdirector.reconcile;

import java.util.ArrayList;
import java.util.List;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.plan.IpvsTable;

/** Reads the kernel's whole table: one request for the services, one for the real servers of each. */
public final class TableReader {
    private TableReader() {}

    /** The table at present. If others change it meanwhile, an entry may be missing or seen twice: the kernel does not tell. */
    public static IpvsTable read(Ipvs ipvs) {
        List<IpvsTable.Row> rows = new ArrayList<>();
        for (ServiceEntry entry : ipvs.services()) {
            rows.add(IpvsTable.Row.of(
                    entry.service(),
                    ipvs.realServers(entry.service().key()).stream()
                            .map(RealServerEntry::server)
                            .toList()));
        }
        return IpvsTable.of(rows);
    }
}
