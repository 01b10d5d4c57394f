package org.lvsdirector.vrrp.machine;

import org.lvsdirector.vrrp.packet.VrrpVersion;
import org.lvsdirector.vrrp.settings.InstanceSettings;

/** Skew time and master-down interval (RFC 3768 and RFC 9568, section 6.1). */
final class ElectionTimes {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final int PRIORITIES = 256;

    private ElectionTimes() {}

    /** The lower the priority, the later: up to one second in version 2, up to one interval of the master in version 3. */
    static long skewNanos(InstanceSettings settings, int priority, long masterIntervalNanos) {
        long span = settings.advertisement().version() == VrrpVersion.V2 ? SECOND_NANOS : masterIntervalNanos;
        return (PRIORITIES - priority) * span / PRIORITIES;
    }

    /** How long a BACKUP waits for an advertisement before it takes the master for gone. */
    static long masterDownNanos(InstanceSettings settings, int priority, long masterIntervalNanos) {
        return settings.election().downTimerAdverts() * masterIntervalNanos
                + skewNanos(settings, priority, masterIntervalNanos);
    }
}
