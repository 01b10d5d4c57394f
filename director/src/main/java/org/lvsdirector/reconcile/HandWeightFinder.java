package org.lvsdirector.reconcile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.IpvsTable;

/** Finds weights that somebody else set on real servers of ours. */
final class HandWeightFinder {
    private HandWeightFinder() {}

    /** Told of a real server that is desired and in the table. */
    private interface Comparison {
        @Nullable
        HandWeight compare(ServerRef where, RealServer wanted, RealServer now);
    }

    /**
     * Since the last known table: the weight was ours then and is another now. A weight that is another since a change of ours failed was
     * not set by hand.
     */
    static List<HandWeight> since(IpvsTable before, IpvsTable now, IpvsTable desired, HandWeights hands) {
        return find(desired, now, (where, wanted, present) -> {
            RealServer then = before.server(where.service(), where.server());
            boolean changed = then != null && then.weight() != present.weight();
            if (changed && present.weight() == wanted.weight()) {
                hands.remove(where.service(), where.server());
            }
            return changed && present.weight() != wanted.weight()
                    ? new HandWeight(where, present.weight(), wanted.weight())
                    : null;
        });
    }

    /** Weights other than desired on servers that should be in use. */
    static List<HandWeight> inheritedBy(IpvsTable desired, IpvsTable now) {
        return find(
                desired,
                now,
                (where, wanted, present) -> wanted.weight() > 0 && present.weight() != wanted.weight()
                        ? new HandWeight(where, present.weight(), wanted.weight())
                        : null);
    }

    private static List<HandWeight> find(IpvsTable desired, IpvsTable now, Comparison comparison) {
        List<HandWeight> found = new ArrayList<>();
        for (IpvsTable.Row row : desired.rows()) {
            ServiceKey service = row.key();
            for (RealServer wanted : row.servers().values()) {
                RealServerKey key = wanted.key();
                RealServer present = now.server(service, key);
                HandWeight weight =
                        present == null ? null : comparison.compare(new ServerRef(service, key), wanted, present);
                if (weight != null) {
                    found.add(weight);
                }
            }
        }
        return found;
    }
}
