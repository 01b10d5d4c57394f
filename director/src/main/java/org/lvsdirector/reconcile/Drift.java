package org.lvsdirector.reconcile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.plan.IpvsTable;

/** Tells a change that undoes what somebody did from one that we still owed the kernel. */
final class Drift {
    private Drift() {}

    /** Whether the table was as wanted before, in the part that a change concerns. */
    static boolean wasAsWanted(IpvsChange change, IpvsTable before, IpvsTable wanted) {
        if (change instanceof IpvsChange.AddServer add) {
            return sameServer(change.service(), add.server().key(), before, wanted);
        }
        if (change instanceof IpvsChange.UpdateServer update) {
            return sameServer(change.service(), update.server().key(), before, wanted);
        }
        if (change instanceof IpvsChange.RemoveServer remove) {
            return sameServer(change.service(), remove.server(), before, wanted);
        }
        return Objects.equals(definition(before.row(change.service())), definition(wanted.row(change.service())));
    }

    private static @Nullable VirtualService definition(IpvsTable.@Nullable Row row) {
        return row == null ? null : row.service();
    }

    private static boolean sameServer(ServiceKey service, RealServerKey key, IpvsTable before, IpvsTable wanted) {
        return Objects.equals(before.server(service, key), wanted.server(service, key));
    }
}
