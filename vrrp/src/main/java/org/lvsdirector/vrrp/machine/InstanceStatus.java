package org.lvsdirector.vrrp.machine;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.vrrp.settings.InstanceKey;
import org.lvsdirector.vrrp.settings.VirtualAddress;

/**
 * A view of one instance for people and programs.
 *
 * @param wantsMaster whether it would be MASTER but for its sync group
 * @param master source of the master's last advertisement, or null if none was heard or we are it
 * @param rival a second master that goes on although we are MASTER and advertise, or null
 * @param claims other hosts that have its addresses while it is MASTER, as {@code ADDRESS at HARDWARE}
 * @param lastTransitionNanos when the state last changed, on the clock of {@link VrrpRouter#step}
 * @param lastAdvertSentNanos when the last advertisement left, or 0 if none did
 * @param faults why it is at FAULT, in words such as {@code interface eth0 down}; empty otherwise
 * @param heldAddresses the virtual addresses it has while MASTER, else empty
 */
public record InstanceStatus(
        String name,
        InstanceKey key,
        VrrpState state,
        boolean wantsMaster,
        int basePriority,
        int effectivePriority,
        @Nullable InetAddress master,
        @Nullable InetAddress rival,
        List<String> claims,
        long lastTransitionNanos,
        long lastAdvertSentNanos,
        List<String> faults,
        List<VirtualAddress> heldAddresses,
        InstanceCounters counters) {
    public InstanceStatus {
        claims = List.copyOf(claims);
        faults = List.copyOf(faults);
        heldAddresses = List.copyOf(heldAddresses);
    }
}
