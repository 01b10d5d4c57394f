package org.lvsdirector.vrrp.machine;

import java.util.Map;
import org.lvsdirector.vrrp.packet.Received.Remark;
import org.lvsdirector.vrrp.packet.Rejection;

/**
 * What an instance has counted since the process started; a reload keeps it.
 *
 * @param advertsReceived valid advertisements
 * @param becameMaster transitions to MASTER
 * @param releasedMaster transitions from MASTER
 * @param priorityZeroReceived masters heard to resign
 * @param priorityZeroSent own resignations
 * @param addressListErrors valid advertisements whose addresses were not ours
 * @param lateAdverts advertisements that left more than half an interval late
 * @param rivalAdverts advertisements heard as MASTER from a router that ought to yield
 * @param rejected packets dropped, for each reason that occurred
 * @param remarked packets heeded about which there was something to tell
 */
public record InstanceCounters(
        long advertsReceived,
        long advertsSent,
        long becameMaster,
        long releasedMaster,
        long priorityZeroReceived,
        long priorityZeroSent,
        long addressListErrors,
        long lateAdverts,
        long rivalAdverts,
        Map<Rejection, Long> rejected,
        Map<Remark.Kind, Long> remarked) {
    public InstanceCounters {
        rejected = Map.copyOf(rejected);
        remarked = Map.copyOf(remarked);
    }
}
