package org.lvsdirector.control.checkers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.ChangeWords;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.reconcile.HandWeight;
import org.lvsdirector.reconcile.OwnershipLedger;
import org.lvsdirector.reconcile.Pass;
import org.lvsdirector.reconcile.Reconciler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kernel's side of the checkers: the reconciler, its log, and the timeouts. After the start a failure is told and tried again. */
final class TableKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(TableKeeper.class);
    private static final int REMOVAL_TRIES = 3;

    private final Ipvs ipvs;
    private final Reconciler reconciler;
    private final TableLog log = new TableLog();
    private @Nullable IpvsTimeouts timeoutsBefore;

    TableKeeper(Ipvs ipvs, OwnershipLedger ledger, LongSupplier clock) {
        this.ipvs = ipvs;
        this.reconciler = new Reconciler(ipvs, new TolerantLedger(ledger), clock);
    }

    /** The table as found, after a flush if that is wanted. Throws if there is no IPVS here. */
    IpvsTable adopt(boolean flush) {
        Reconciler.Adoption adoption = reconciler.adopt();
        adoption.problems().forEach(LOG::warn);
        if (flush) {
            reconciler.flush();
        }
        return reconciler.known();
    }

    /** The table as it was last seen or made. */
    IpvsTable known() {
        return reconciler.known();
    }

    void start(IpvsTable desired, Ownership names, Predecessor predecessor) {
        if (predecessor == Predecessor.SAME_CONFIGURATION) {
            reconciler.keepWeights(desired).forEach(weight -> LOG.warn("{}, as found", weight));
        }
        attempt(() -> reconciler.configure(desired, names, false));
    }

    void reload(IpvsTable desired, Ownership names) {
        attempt(() -> reconciler.configure(desired, names, true));
        resync(false);
    }

    /** @param nanos from one comparison with the kernel to the next, 0 for none on a timer */
    void compareEvery(long nanos) {
        reconciler.resyncEvery(nanos);
    }

    void update(Collection<IpvsTable.Row> rows) {
        attempt(() -> reconciler.update(rows));
    }

    private void attempt(Supplier<Pass> pass) {
        try {
            log.changed(pass.get());
        } catch (IpvsException e) {
            reconciler.failed();
            log.unreachable(e);
        }
    }

    /** Compares and heals; what was healed, in words. */
    List<String> resync(boolean forgetHands) {
        List<String> lines = new ArrayList<>();
        try {
            List<HandWeight> hands = reconciler.handWeights();
            Pass pass = reconciler.resync(forgetHands);
            log.compared(pass);
            pass.made()
                    .forEach(change ->
                            lines.add(ChangeWords.line(change, pass.found()).toString()));
            if (forgetHands) {
                hands.forEach(weight -> LOG.info("No more kept: {}", weight));
            }
        } catch (IpvsException e) {
            log.unreachable(e);
            lines.add(String.valueOf(e.getMessage()));
        }
        return lines;
    }

    /** Sets the timeouts of a configuration; without them, those of before. */
    void setTimeouts(@Nullable IpvsTimeouts wanted) {
        try {
            if (wanted != null && timeoutsBefore == null) {
                timeoutsBefore = ipvs.timeouts();
            }
            IpvsTimeouts next = wanted == null ? timeoutsBefore : wanted;
            if (next != null) {
                ipvs.setTimeouts(next);
            }
        } catch (IpvsException e) {
            LOG.error("{}. The timeouts stay as they are", e.getMessage());
        }
    }

    /** Takes our part of the table away, or all of it. */
    void remove(boolean everything) {
        try {
            if (everything) {
                reconciler.flush();
            }
            Pass pass = reconciler.removeOwn();
            for (int tries = 1; !pass.isComplete() && tries < REMOVAL_TRIES; tries++) {
                pass = reconciler.removeOwn();
            }
            log.left(pass);
            LOG.info(
                    "Removed {} from the table",
                    everything ? "everything" : pass.made().size() + " virtual services");
        } catch (IpvsException e) {
            LOG.error(
                    "{}. Services may be left in the table; the ledger names them for the next start", e.getMessage());
        }
    }

    long nanosToResync() {
        return reconciler.nanosToResync();
    }

    TableLog log() {
        return log;
    }

    List<HandWeight> handWeights() {
        return reconciler.handWeights();
    }

    /** What the kernel has of these services, with counters. */
    Map<ServiceKey, CheckersSnapshot.KernelService> ask(Collection<ServiceDefinition> services) {
        Map<ServiceKey, CheckersSnapshot.KernelService> found = new LinkedHashMap<>();
        for (ServiceDefinition service : services) {
            for (ServiceKey key : service.keys()) {
                ipvs.service(key)
                        .ifPresent(entry ->
                                found.put(key, new CheckersSnapshot.KernelService(entry, ipvs.realServers(key))));
            }
        }
        return found;
    }
}
