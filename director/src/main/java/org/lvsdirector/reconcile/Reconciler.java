package org.lvsdirector.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsChange;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Ownership;

/**
 * Keeps the kernel's table as desired. Changes are sent as the difference to the last known table; the kernel is dumped and compared at
 * the start, after a reload, after errors and on a timer, so that what someone else changed comes back. What is not ours stays.
 *
 * <p>The life of one: {@link #adopt}, {@link #configure}, then {@link #update}, {@link #configure} and {@link #resync} in any order, and
 * {@link #removeOwn} at the end if the services are to go. All may throw {@link org.lvsdirector.ipvs.IpvsException} when the kernel cannot
 * be asked at all. One thread.
 */
public final class Reconciler {
    private final Ipvs ipvs;
    private final OwnershipLedger ledger;
    private final KnownTable known = new KnownTable();
    private final HandWeights hands = new HandWeights();
    private final ChangeSender sender;
    private final ResyncTimer timer;
    private final LongSupplier clock;
    private IpvsTable desired = IpvsTable.EMPTY;
    /** What the configuration names. */
    private Ownership named = Ownership.NOTHING;
    /** That, and what its predecessors named as long as it is in the table. */
    private Ownership own = Ownership.NOTHING;

    /** @param clock monotonic nanoseconds */
    public Reconciler(Ipvs ipvs, OwnershipLedger ledger, LongSupplier clock) {
        this.ipvs = ipvs;
        this.ledger = ledger;
        this.clock = clock;
        this.sender = new ChangeSender(ipvs, known);
        this.timer = new ResyncTimer(clock);
    }

    /**
     * Takes the kernel's table and the ledger as they are, and changes nothing.
     *
     * @param adopted the table found
     * @param problems with the ledger, for the log
     */
    public record Adoption(IpvsTable adopted, List<String> problems) {}

    /** The first dump. */
    public Adoption adopt() {
        OwnershipLedger.Reading reading = ledger.read();
        own = reading.ownership();
        named = own;
        return new Adoption(dump(), reading.problems());
    }

    /** Keeps the weights of the table as set by hand wherever a server is in use: for a process that takes over from one that crashed. */
    public List<HandWeight> keepWeights(IpvsTable wanted) {
        HandWeightFinder.inheritedBy(wanted, known.table()).forEach(hands::put);
        return hands.all();
    }

    /**
     * A new configuration: what it names becomes ours, what only its predecessors named goes. Weights set by hand end with
     * {@code forgetHands}. The caller dumps afterwards, see {@link #resync}.
     */
    public Pass configure(IpvsTable wanted, Ownership names, boolean forgetHands) {
        if (forgetHands) {
            hands.clear();
        }
        if (names.equals(own)) {
            named = own; // the same object is compared in no time
        } else {
            Ownership both = own.plus(names);
            if (!both.equals(own)) {
                ledger.write(both);
            }
            own = both;
            named = names;
        }
        desired = wanted;
        IpvsTable found = known.table();
        Diff diff = Diff.between(hands.over(desired), found, own);
        ChangeSender.Sent sent = sender.send(diff.changes(), true);
        forgetWhatIsGone();
        return finish(found, sent, diff.strangers());
    }

    /** What the configuration does not name any more is ours until the kernel has let go of it, be that at the second try. */
    private void forgetWhatIsGone() {
        if (own.equals(named)) {
            return;
        }
        Ownership left = Leftovers.of(own, known.table()).plus(named);
        if (!left.equals(own)) {
            ledger.write(left);
            own = left.equals(named) ? named : left;
        }
    }

    /** Some services should look otherwise than before: health changed. A weight set by hand on a server that changes is forgotten. */
    public Pass update(Collection<IpvsTable.Row> rows) {
        for (IpvsTable.Row row : rows) {
            hands.forgetChanged(desired.row(row.key()), row, row.key());
        }
        desired = desired.with(rows);
        List<ServiceKey> keys = rows.stream().map(IpvsTable.Row::key).toList();
        IpvsTable found = known.table(keys);
        Diff diff = Diff.between(hands.over(IpvsTable.of(rows)), found, own);
        return finish(found, sender.send(diff.changes(), true), diff.strangers());
    }

    /**
     * Dumps, compares and heals.
     *
     * @param forgetHands weights set by hand are drift too
     */
    public Pass resync(boolean forgetHands) {
        try {
            return compare(forgetHands);
        } catch (RuntimeException failure) {
            timer.compared(false);
            throw failure;
        }
    }

    private Pass compare(boolean forgetHands) {
        IpvsTable before = known.table();
        IpvsTable now = dump();
        if (forgetHands) {
            hands.clear();
        }
        List<HandWeight> byHand = forgetHands ? List.of() : HandWeightFinder.since(before, now, desired, hands);
        byHand.forEach(hands::put);
        IpvsTable wanted = hands.over(desired);
        Diff diff = Diff.between(wanted, now, own);
        ChangeSender.Sent sent = sender.send(diff.changes(), false);
        forgetWhatIsGone();
        timer.compared(!sent.surprised());
        List<IpvsChange> healed = drift(sent.made(), before, wanted);
        return new Pass(now, sent.made(), healed, sent.failures(), byHand, diff.strangers());
    }

    /** Removes all that is ours, and nothing else. */
    public Pass removeOwn() {
        IpvsTable found = known.table();
        Diff diff = Diff.between(IpvsTable.EMPTY, found, own);
        ChangeSender.Sent sent = sender.send(diff.changes(), true);
        desired = IpvsTable.EMPTY;
        named = Ownership.NOTHING;
        hands.clear();
        forgetWhatIsGone();
        return finish(found, sent, diff.strangers());
    }

    /** Clears the whole table, a stranger's part too; {@code lvs_flush}. Before {@link #configure}. */
    public void flush() {
        ipvs.flush();
        known.replace(IpvsTable.EMPTY);
    }

    /** A change could not be sent at all: the next comparison comes soon. */
    public void failed() {
        timer.surprised();
    }

    /** The last known table: the last dump plus what the kernel has acknowledged since. */
    public IpvsTable known() {
        return known.table();
    }

    /** The table that should be, without the weights set by hand. */
    public IpvsTable desired() {
        return desired;
    }

    /** The weights set by hand that are kept at present. */
    public List<HandWeight> handWeights() {
        return hands.all();
    }

    /**
     * How often to compare with the kernel, from the last comparison on; never unless this is called.
     *
     * @param nanos at least; longer if a dump takes more than a twentieth of it. 0 for not on a timer
     */
    public void resyncEvery(long nanos) {
        timer.every(nanos);
    }

    /** How long until {@link #resync} is due; {@link Long#MAX_VALUE} for never. */
    public long nanosToResync() {
        return timer.nanosLeft();
    }

    private IpvsTable dump() {
        long started = clock.getAsLong();
        IpvsTable table = TableReader.read(ipvs);
        timer.dumped(clock.getAsLong() - started);
        known.replace(table);
        return table;
    }

    /** What we had to do again: the kernel had it as wanted before, or it had to go and nobody but a stranger had put it there. */
    private static List<IpvsChange> drift(List<IpvsChange> made, IpvsTable before, IpvsTable wanted) {
        List<IpvsChange> healed = new ArrayList<>();
        for (IpvsChange change : made) {
            if (Drift.wasAsWanted(change, before, wanted)) {
                healed.add(change);
            }
        }
        return healed;
    }

    private Pass finish(IpvsTable found, ChangeSender.Sent sent, List<Diff.Stranger> strangers) {
        if (sent.surprised()) {
            timer.surprised();
        }
        return new Pass(found, sent.made(), List.of(), sent.failures(), List.of(), strangers);
    }
}
