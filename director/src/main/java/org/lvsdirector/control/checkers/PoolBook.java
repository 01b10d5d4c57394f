package org.lvsdirector.control.checkers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lvsdirector.check.CheckId;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.check.health.CheckHealth;
import org.lvsdirector.check.health.PoolEvent;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.check.health.PoolMachine;
import org.lvsdirector.check.health.PoolSpec;
import org.lvsdirector.check.health.PoolStep;
import org.lvsdirector.check.health.SlowStarts;
import org.lvsdirector.plan.IpvsTable;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.Pools;
import org.lvsdirector.plan.ServiceDefinition;

/** The pools of all services with their health, and the table that follows from them. */
final class PoolBook {
    private final Consumer<PoolStep> news;
    private final LongSupplier clock;
    private final SlowStarts slow = new SlowStarts();
    private final Map<String, PoolHealth> health = new LinkedHashMap<>();
    private Map<String, ServiceDefinition> services = new LinkedHashMap<>();
    private Map<String, PoolSpec> pools = new LinkedHashMap<>();

    /**
     * @param news told of each step, for the log and for scripts
     * @param clock monotonic nanoseconds
     */
    PoolBook(Consumer<PoolStep> news, LongSupplier clock) {
        this.news = news;
        this.clock = clock;
    }

    /** Takes in a configuration: pools known by name keep their health, others begin as the table has them. */
    void configure(
            Collection<ServiceDefinition> definitions,
            Collection<CheckSpec> checks,
            List<SharedCheck> shared,
            Map<CheckId, CheckHealth> results,
            AdoptedHealth adopted) {
        Map<String, Map<String, List<CheckId>>> grouped = Pools.group(checks);
        shared.forEach(one -> grouped.computeIfAbsent(one.own().service(), absent -> new LinkedHashMap<>())
                .computeIfAbsent(one.own().server(), absent -> new ArrayList<>())
                .add(one.made()));
        services = new LinkedHashMap<>();
        pools = new LinkedHashMap<>();
        for (ServiceDefinition service : definitions) {
            PoolSpec pool = Pools.of(service, grouped.getOrDefault(service.name(), Map.of()));
            services.put(service.name(), service);
            pools.put(service.name(), pool);
            take(service.name(), begin(service, pool, results, adopted));
        }
        health.keySet().retainAll(services.keySet());
        slow.retain(services.keySet());
    }

    /** Whether there is a pool of this name. */
    boolean knows(String service) {
        return health.containsKey(service);
    }

    private PoolStep begin(
            ServiceDefinition service, PoolSpec pool, Map<CheckId, CheckHealth> results, AdoptedHealth adopted) {
        PoolHealth before = health.get(service.name());
        if (before != null) {
            return PoolMachine.reconfigure(pool, before, results);
        }
        return adopted.exists(service)
                ? PoolMachine.adopt(
                        pool,
                        results,
                        adopted.sorryStandsIn(service),
                        pool.floor() == 0 ? Set.of() : adopted.offered(service))
                : PoolMachine.start(pool, results);
    }

    /** After checks of these services changed: the rows that follow. */
    Collection<IpvsTable.Row> step(Collection<String> changed, Map<CheckId, CheckHealth> results) {
        for (String name : changed) {
            PoolSpec pool = pools.get(name);
            PoolHealth before = health.get(name);
            if (pool != null && before != null) {
                take(name, PoolMachine.step(pool, before, results));
            }
        }
        return rows(changed);
    }

    private Collection<IpvsTable.Row> rows(Collection<String> names) {
        List<ServiceDefinition> touched = services().stream()
                .filter(service -> names.contains(service.name()))
                .toList();
        return Planner.desired(touched, health, slow::weight).rows();
    }

    /** What follows from the passing of time: the rows where some real server gets more of its weight. */
    Collection<IpvsTable.Row> advance() {
        return rows(slow.advance(clock.getAsLong()));
    }

    /** How long until {@link #advance} has something to do; {@link Long#MAX_VALUE} for never. */
    long nanosToNext() {
        return slow.nanosToNext(clock.getAsLong());
    }

    /** At a stop: what {@code omega} has to say. */
    void stop() {
        pools.forEach((name, pool) -> {
            PoolHealth present = health.get(name);
            if (present != null) {
                news.accept(PoolMachine.stop(pool, present));
            }
        });
    }

    private void take(String name, PoolStep step) {
        health.put(name, step.health());
        step.events().forEach(this::ramp);
        news.accept(step);
    }

    private void ramp(PoolEvent event) {
        ServiceDefinition service = services.get(event.service());
        if (service == null || !(event instanceof PoolEvent.ServerChanged change)) {
            return;
        }
        if (change.up()) {
            slow.risen(
                    change.service(),
                    change.server(),
                    clock.getAsLong(),
                    service.policy().slowStartNanos());
        } else {
            slow.fallen(change.service(), change.server());
        }
    }

    IpvsTable desired() {
        return Planner.desired(services(), health, slow::weight);
    }

    List<ServiceDefinition> services() {
        return List.copyOf(services.values());
    }

    Map<String, PoolHealth> health() {
        return new LinkedHashMap<>(health);
    }
}
