package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import java.util.List;

/**
 * Hosts of an interface's network of which one at least must answer, or an instance is cut off from it and must not be MASTER.
 *
 * @param name that instances track, see {@link TrackerKind#ARBITER}; the same name means the same arbiter
 * @param addresses at least one, of hosts that are no routers of the instance
 * @param patienceNanos for how long silence is no verdict; less than the master-down interval, so that a router that is cut off knows of it
 *     before it would take over
 */
public record ArbiterSettings(String name, String interfaceName, List<InetAddress> addresses, long patienceNanos) {
    public ArbiterSettings {
        addresses = List.copyOf(addresses);
        Ranges.require("patience with an arbiter", patienceNanos, 1, Long.MAX_VALUE);
    }
}
