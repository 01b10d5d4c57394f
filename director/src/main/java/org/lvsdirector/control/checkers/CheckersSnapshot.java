package org.lvsdirector.control.checkers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.check.health.PoolHealth;
import org.lvsdirector.check.schedule.CheckSnapshot;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.Diff;
import org.lvsdirector.plan.ServiceDefinition;
import org.lvsdirector.reconcile.HandWeight;

/**
 * All that is known at one moment.
 *
 * @param health for each service by name
 * @param shared checks for which others stand
 * @param kernel what the kernel has of each own service at this moment; without the services that it lacks
 * @param kernelProblem why the kernel could not be asked, or null
 * @param strangers what the last comparison found that is not ours
 * @param remarks what went wrong last in the table, in words; empty when all is well
 * @param nowNanos this moment on the clock of the checks' times
 */
public record CheckersSnapshot(
        List<ServiceDefinition> services,
        Map<String, PoolHealth> health,
        List<CheckSnapshot> checks,
        List<SharedCheck> shared,
        Map<ServiceKey, KernelService> kernel,
        @Nullable String kernelProblem,
        List<HandWeight> handWeights,
        List<Diff.Stranger> strangers,
        List<String> remarks,
        long nowNanos) {

    /** A service as the kernel has it, with its counters. */
    public record KernelService(ServiceEntry service, List<RealServerEntry> servers) {}
}
