package org.lvsdirector.reconcile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;

/**
 * Sends changes and bends what others did meanwhile: creating what exists updates it, updating what is gone creates it, removing what is
 * absent has succeeded. What the kernel made goes into the known table.
 */
final class ChangeSender {
    /** The first sending, and two for what had to be bent: an update may find its real server gone, and the add find it back. */
    private static final int ROUNDS = 3;

    private final Ipvs ipvs;
    private final KnownTable known;

    /**
     * What became of a list of changes.
     *
     * @param made by the kernel, in order
     * @param existed additions left alone
     * @param failures refused for good
     * @param surprised whether something was gone that the known table has: it is worth a look at the whole
     */
    record Sent(List<IpvsChange> made, List<IpvsChange> existed, List<ChangeResult> failures, boolean surprised) {}

    ChangeSender(Ipvs ipvs, KnownTable known) {
        this.ipvs = ipvs;
        this.known = known;
    }

    /** @param updateExisting false leaves alone what was to be added and exists: then the dump that missed it is to blame, not the table */
    Sent send(List<IpvsChange> changes, boolean updateExisting) {
        List<IpvsChange> made = new ArrayList<>();
        List<IpvsChange> existed = new ArrayList<>();
        List<ChangeResult> failures = new ArrayList<>();
        boolean surprised = false;
        List<IpvsChange> pending = changes;
        for (int round = 1; !pending.isEmpty(); round++) {
            List<IpvsChange> bent = new ArrayList<>();
            for (ChangeResult result : ipvs.apply(pending)) {
                IpvsException failure = result.failure();
                IpvsChange other = failure == null ? null : instead(result.change(), failure);
                if (failure == null || isDone(result.change(), failure)) {
                    known.made(result.change());
                    made.add(result.change());
                } else if (other != null && isAddition(result.change()) && !updateExisting) {
                    known.made(result.change());
                    existed.add(result.change());
                } else if (other != null && round < ROUNDS) {
                    surprised |= !isAddition(result.change());
                    bent.add(other);
                } else {
                    failures.add(result);
                }
            }
            pending = bent;
        }
        return new Sent(made, existed, failures, surprised || !failures.isEmpty());
    }

    private static boolean isAddition(IpvsChange change) {
        return change instanceof IpvsChange.AddService || change instanceof IpvsChange.AddServer;
    }

    private static boolean isDone(IpvsChange change, IpvsException failure) {
        return switch (failure.errno()) {
            case ESRCH -> change instanceof IpvsChange.RemoveService || change instanceof IpvsChange.RemoveServer;
            case ENOENT -> change instanceof IpvsChange.RemoveServer;
            default -> false;
        };
    }

    private static @Nullable IpvsChange instead(IpvsChange change, IpvsException failure) {
        return switch (failure.errno()) {
            case EEXIST -> insteadOfExisting(change);
            case ESRCH ->
                change instanceof IpvsChange.UpdateService update
                        ? new IpvsChange.AddService(update.definition())
                        : null;
            case ENOENT ->
                change instanceof IpvsChange.UpdateServer update
                        ? new IpvsChange.AddServer(update.service(), update.server())
                        : null;
            default -> null;
        };
    }

    private static @Nullable IpvsChange insteadOfExisting(IpvsChange change) {
        if (change instanceof IpvsChange.AddService add) {
            return new IpvsChange.UpdateService(add.definition());
        }
        return change instanceof IpvsChange.AddServer add
                ? new IpvsChange.UpdateServer(add.service(), add.server())
                : null;
    }
}
