package org.lvsdirector.control.checkers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.CheckSpec;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.plan.Ownership;
import org.lvsdirector.plan.Planner;
import org.lvsdirector.plan.ServiceDefinition;

/**
 * What the checkers are to do: the virtual services and the checks of their real servers, which name them.
 *
 * @param flushAtStart clear the whole table first, strangers' services included
 * @param flushAtStop clear the whole table at the end, strangers' services included
 * @param timeouts connection timeouts while running, or null for the kernel's
 * @param reconcileNanos from one comparison with the kernel to the next, 0 for none on a timer
 * @param extras what else is set in the kernel
 * @param shared checks for which others stand
 */
public record CheckersWork(
        List<ServiceDefinition> services,
        List<CheckSpec> checks,
        boolean flushAtStart,
        boolean flushAtStop,
        @Nullable IpvsTimeouts timeouts,
        long reconcileNanos,
        KernelExtras extras,
        List<SharedCheck> shared) {
    /** The comparison with the kernel where the configuration says nothing. */
    public static final long RECONCILE_NANOS = 10_000_000_000L;

    public CheckersWork {
        services = List.copyOf(services);
        checks = List.copyOf(checks);
        shared = List.copyOf(shared);
    }

    /** Whether it matters which addresses this machine has. */
    public boolean wantsAddresses() {
        return !extras.probes().isEmpty()
                || services.stream().anyMatch(service -> service.policy().onlyWithAddress());
    }

    /** Without anything else. */
    public CheckersWork(
            List<ServiceDefinition> services,
            List<CheckSpec> checks,
            boolean flushAtStart,
            boolean flushAtStop,
            @Nullable IpvsTimeouts timeouts,
            long reconcileNanos) {
        this(services, checks, flushAtStart, flushAtStop, timeouts, reconcileNanos, KernelExtras.NONE, List.of());
    }

    /** What of the kernel's table is ours. */
    Ownership ownership() {
        return Planner.ownership(services).plus(Planner.ownership(extras.probes()));
    }

    /** Services and checks alone. */
    public static CheckersWork of(List<ServiceDefinition> services, List<CheckSpec> checks) {
        return new CheckersWork(services, checks, false, false, null, RECONCILE_NANOS);
    }
}
