package org.lvsdirector.ipvsctl.saved;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.plan.IpvsTable;

/**
 * A table as {@code -S} saves it.
 *
 * @param timeouts null where they are not told
 * @param daemons those that are told; of others nothing is said
 */
public record SavedTable(IpvsTable services, @Nullable IpvsTimeouts timeouts, List<SyncDaemon> daemons) {
    public SavedTable {
        daemons = List.copyOf(daemons);
    }
}
