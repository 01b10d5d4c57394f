package org.lvsdirector.vrrp.machine;

import java.util.EnumMap;
import java.util.Map;
import org.lvsdirector.vrrp.packet.Received.Remark;
import org.lvsdirector.vrrp.packet.Rejection;

/** Running counts of one instance. They decide nothing, so they are the one thing that changes in place. */
final class Counters {
    long advertsReceived;
    long advertsSent;
    long becameMaster;
    long releasedMaster;
    long priorityZeroReceived;
    long priorityZeroSent;
    long addressListErrors;
    long lateAdverts;
    long rivalAdverts;

    private final Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);

    private final Map<Remark.Kind, Long> remarked = new EnumMap<>(Remark.Kind.class);

    void remarked(Remark.Kind kind) {
        remarked.merge(kind, 1L, Long::sum);
    }

    void rejected(Rejection reason) {
        rejected.merge(reason, 1L, Long::sum);
    }

    InstanceCounters snapshot() {
        return new InstanceCounters(
                advertsReceived,
                advertsSent,
                becameMaster,
                releasedMaster,
                priorityZeroReceived,
                priorityZeroSent,
                addressListErrors,
                lateAdverts,
                rivalAdverts,
                rejected,
                remarked);
    }
}
