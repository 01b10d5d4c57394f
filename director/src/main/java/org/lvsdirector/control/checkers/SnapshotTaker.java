package org.lvsdirector.control.checkers;

import java.util.List;
import java.util.Map;
import org.lvsdirector.check.schedule.CheckEngine;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.plan.ServiceDefinition;

/** Gathers a {@link CheckersSnapshot}; a kernel that does not answer is part of the picture. */
final class SnapshotTaker {
    private SnapshotTaker() {}

    static CheckersSnapshot take(
            PoolBook pools, CheckEngine checks, List<SharedCheck> shared, TableKeeper table, long nowNanos) {
        List<ServiceDefinition> services = pools.services();
        Map<ServiceKey, CheckersSnapshot.KernelService> kernel = Map.of();
        String problem = null;
        try {
            kernel = table.ask(services);
        } catch (IpvsException e) {
            problem = e.getMessage();
        }
        return new CheckersSnapshot(
                services,
                pools.health(),
                checks.snapshot(),
                shared,
                kernel,
                problem,
                table.handWeights(),
                table.log().strangers(),
                table.log().remarks(),
                nowNanos);
    }
}
