package org.lvsdirector.ipvsctl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ChangeResult;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.ServiceKey;

/** Changes on their way to the kernel, many at a time. One that is refused does not stop the others. */
final class Batch {
    /** More to a request gains nothing measurable, see {@code docs/decisions/012-netlink-requests.md}. */
    private static final int FULL = 1000;

    /** Told of each change that the kernel refused. */
    interface Refusals {
        /** A change was refused; the line is where it came from. */
        void refused(int line, IpvsChange change, IpvsException failure) throws IOException;
    }

    private final Table table;
    private final Refusals refusals;
    private final boolean rememberServices;
    private final List<IpvsChange> changes = new ArrayList<>(FULL);
    private final int[] lines = new int[FULL];
    private final Set<ServiceKey> changed = new LinkedHashSet<>();
    private @Nullable ServiceKey lastChanged;
    private boolean lastSucceeded = true;

    /** @param rememberServices whether {@link #changedServices} will be asked for, which is work */
    Batch(Table table, boolean rememberServices, Refusals refusals) {
        this.table = table;
        this.rememberServices = rememberServices;
        this.refusals = refusals;
    }

    /** Takes a change, and sends what has been gathered once it is much; true if that was done. */
    boolean add(int line, IpvsChange change) throws IOException, NoIpvsException {
        lines[changes.size()] = line;
        changes.add(change);
        if (changes.size() < FULL) {
            return false;
        }
        send();
        return true;
    }

    /** Sends what has been gathered. */
    void send() throws IOException, NoIpvsException {
        if (changes.isEmpty()) {
            return;
        }
        List<ChangeResult> results = table.open().apply(changes);
        for (int i = 0; i < results.size(); i++) {
            ChangeResult result = results.get(i);
            IpvsException failure = result.failure();
            lastSucceeded = failure == null;
            if (failure != null) {
                refusals.refused(lines[i], result.change(), failure);
            } else if (rememberServices) {
                remember(result.change().service());
            }
        }
        changes.clear();
    }

    /** Neighbours mostly belong to one service, and often are the same object. */
    private void remember(ServiceKey service) {
        if (service != lastChanged) {
            changed.add(service);
            lastChanged = service;
        }
    }

    /** Whether the last change that was sent went well. */
    boolean lastSucceeded() {
        return lastSucceeded;
    }

    /** The services of all changes that went well. */
    Collection<ServiceKey> changedServices() {
        return changed;
    }
}
