package org.lvsdirector.vrrp.runtime;

import org.lvsdirector.vrrp.machine.RouterStatus;

/**
 * A view of the driver at one moment.
 *
 * @param takenNanos when, on the driver's clock
 * @param router instances, groups and scripts with their counters
 * @param strays packets of protocol 112 that belong to no instance
 * @param failedActions calls of ports that failed
 */
public record DriverStatus(
        long takenNanos, RouterStatus router, StrayPackets strays, Lateness lateness, long failedActions) {

    /**
     * Packets that no instance could be found for; those that an instance rejected are in its own counters.
     *
     * @param tooShort without a virtual router id
     * @param unknownVrid for virtual routers that are not configured on the interface
     */
    public record StrayPackets(long tooShort, long unknownVrid) {}
}
