package org.lvsdirector.control.checkers;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckResult;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.Probe;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.HealthMessage;
import org.lvsdirector.check.health.PoolStep;
import org.lvsdirector.check.schedule.CheckEngine;
import org.lvsdirector.check.schedule.CheckListener;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.ServiceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins checks, health, plan and table. One thread calls {@link #run}; any other may {@link #start}, {@link #reload}, {@link #heal},
 * {@link #snapshot} and {@link #stop}, whose answers come when that thread has got to them.
 */
public final class CheckersEngine implements CheckListener {
    private static final Logger LOG = LoggerFactory.getLogger(CheckersEngine.class);

    private final EngineParts parts;
    private final CheckersListener listener;
    private final CheckEngine checks;
    private final TableKeeper table;
    private final SyncKeeper sync;
    private final PoolBook pools;
    private final Set<String> changed = new LinkedHashSet<>();
    private CheckersWork work = CheckersWork.of(List.of(), List.of());
    /** By a check that is made for several services, the others. */
    private final Map<CheckId, Set<String>> sharers = new HashMap<>();

    private Set<InetAddress> present = Set.of();
    private boolean stopped;

    public CheckersEngine(EngineParts parts, CheckersListener listener) {
        this.parts = parts;
        this.listener = listener;
        this.checks = new CheckEngine(parts.prober(), parts.clock(), parts.random(), parts.maxTries(), this);
        this.pools = new PoolBook(this::tell, parts.clock());
        this.table = new TableKeeper(parts.ipvs(), parts.ledger(), parts.clock());
        this.sync = new SyncKeeper(parts.ipvs());
    }

    /**
     * Begins: adopts the kernel's table with the health that it shows, and makes it as it should be.
     *
     * @param lastKnown states of checks from a predecessor; empty for none
     * @param predecessor after one nothing is flushed
     * @return done when the table is programmed, but for what the kernel refused, which is tried again; fails with {@link IpvsException}
     *     where the table cannot even be read
     */
    public CompletableFuture<Void> start(
            CheckersWork first, Map<CheckId, CheckHealth> lastKnown, Predecessor predecessor) {
        return ask(() -> {
            IpvsTable found = table.adopt(first.flushAtStart() && predecessor == Predecessor.NONE);
            configure(first, new AdoptedHealth(first.services(), found, lastKnown));
            // A packet with a mark that no service has yet goes to the service of its address, if there is one.
            parts.marks().give(first.extras().groupMarks());
            table.start(desired(), first.ownership(), predecessor);
            parts.marks().dropOthers();
            return null;
        });
    }

    /** Goes over to another configuration: what is equal in it goes on undisturbed, the kernel gets the difference. */
    public CompletableFuture<Void> reload(CheckersWork next) {
        return ask(() -> {
            // A service that has another name now is in the table all the same.
            List<ServiceDefinition> renamed = next.services().stream()
                    .filter(service -> !pools.knows(service.name()))
                    .toList();
            Map<CheckId, CheckHealth> known = SharedHealth.of(work.shared(), next.shared(), checks.health());
            configure(next, new AdoptedHealth(renamed, table.known(), known));
            parts.marks().give(next.extras().groupMarks());
            table.reload(desired(), next.ownership());
            parts.marks().dropOthers();
            return null;
        });
    }

    /** Compares with the kernel now, and ends weights set by hand; what was changed, in words. */
    public CompletableFuture<List<String>> heal() {
        return ask(() -> {
            parts.marks().give(work.extras().groupMarks());
            return table.resync(true);
        });
    }

    /** Copies connections to and from other directors; null to stop that. */
    public void synchronise(@Nullable SyncRoles roles) {
        post(() -> sync.use(roles));
    }

    /** The virtual router that the copying follows is master, or is not. */
    public void syncRole(boolean master) {
        post(() -> sync.role(master));
    }

    /** All that is known now. */
    public CompletableFuture<CheckersSnapshot> snapshot() {
        return ask(() -> SnapshotTaker.take(
                pools, checks, work.shared(), table, parts.clock().getAsLong()));
    }

    /** The addresses that this machine has now; until the first call it has none. */
    public void addresses(Set<InetAddress> now) {
        post(() -> {
            present = now;
            suspend();
        });
    }

    /** Checks of services that are for the owner of their address alone wait while that is another machine. */
    private void suspend() {
        Set<String> waiting = new HashSet<>();
        for (ServiceDefinition service : work.services()) {
            if (service.policy().onlyWithAddress() && !present.containsAll(Planner.addresses(service))) {
                waiting.add(service.name());
            }
        }
        checks.suspend(check -> waiting.contains(check.id().service()));
    }

    /**
     * Ends; {@link #run} returns soon after.
     *
     * @param keep leaves the table as it is, so nothing goes that scripts should hear of
     */
    public CompletableFuture<Void> stop(boolean keep) {
        return ask(() -> {
            checks.close();
            if (!keep) {
                pools.stop();
                table.remove(work.flushAtStop());
                parts.marks().remove();
                sync.stop();
            }
            table.setTimeouts(null);
            parts.sysctls().restore();
            stopped = true;
            return null;
        });
    }

    /**
     * Takes in news for checks that are told what they check, and has them tried; from any thread.
     *
     * @param news run on the engine's thread
     * @param whom the probes that it concerns
     */
    public void hear(Runnable news, Predicate<Probe> whom) {
        post(() -> {
            news.run();
            checks.hurry(whom);
        });
    }

    /** Has the engine's thread run this soon; from any thread. */
    public void post(Runnable command) {
        parts.sockets().submit(command);
    }

    /** Works until {@link #stop}. */
    public void run() {
        while (!stopped) {
            turn(Long.MAX_VALUE);
        }
    }

    /**
     * One turn of the loop: does what is due, then waits until something else is.
     *
     * @param mostNanos waits no longer than this
     */
    void turn(long mostNanos) {
        if (checks.isLate()) {
            // This process was held up, by its own work or by the machine: what came in time must not count as silence.
            parts.sockets().await(0);
        }
        checks.advance();
        settle();
        if (table.nanosToResync() == 0) {
            table.resync(false);
            parts.marks().tryAgain();
        }
        if (pools.nanosToNext() == 0) {
            table.update(pools.advance());
        }
        long wait = Math.min(pools.nanosToNext(), Math.min(checks.nanosToNextDeadline(), table.nanosToResync()));
        parts.sockets().await(Math.min(mostNanos, wait));
        settle();
    }

    /** Checks that changed together become one change of the table. */
    private void settle() {
        if (!changed.isEmpty()) {
            Set<String> now = new LinkedHashSet<>(changed);
            changed.clear();
            table.update(pools.step(now, checks.health()));
        }
    }

    private void configure(CheckersWork next, AdoptedHealth adopted) {
        work = next;
        suspend();
        checks.replace(next.checks(), adopted::of);
        pools.configure(next.services(), next.checks(), next.shared(), checks.health(), adopted);
        sharers.clear();
        next.shared().forEach(one -> sharers.computeIfAbsent(one.made(), absent -> new LinkedHashSet<>())
                .add(one.own().service()));
        table.setTimeouts(next.timeouts());
        parts.sysctls().configure(next.extras().sysctls());
        table.compareEvery(next.reconcileNanos());
    }

    private IpvsTable desired() {
        return pools.desired()
                .with(Planner.desired(work.extras().probes(), Map.of()).rows());
    }

    private <T> CompletableFuture<T> ask(Supplier<T> command) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(() -> {
            try {
                answer.complete(command.get());
            } catch (IpvsException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Override
    public void message(HealthMessage message) {
        switch (message.level()) {
            case INFO, NOTICE -> LOG.info(message.text());
            case WARNING -> LOG.warn(message.text());
        }
    }

    @Override
    public void changed(CheckSpec spec, CheckHealth health, CheckResult result) {
        changed.add(spec.id().service());
        changed.addAll(sharers.getOrDefault(spec.id(), Set.of()));
        listener.checkChanged(spec.id(), health);
    }

    private void tell(PoolStep step) {
        step.messages().forEach(this::message);
        step.events().forEach(listener::poolChanged);
    }
}
