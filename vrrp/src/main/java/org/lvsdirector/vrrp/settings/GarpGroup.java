package org.lvsdirector.vrrp.settings;

import java.util.Set;

/**
 * Interfaces that share one pace of announcements, such as those that lead to one switch.
 *
 * @param garpIntervalNanos least time between two gratuitous ARP packets on all of them together; 0 for none
 * @param gnaIntervalNanos the same for neighbour advertisements
 */
public record GarpGroup(Set<String> interfaces, long garpIntervalNanos, long gnaIntervalNanos) {

    public GarpGroup {
        interfaces = Set.copyOf(interfaces);
        Ranges.require("interval of gratuitous ARP", garpIntervalNanos, 0, Long.MAX_VALUE);
        Ranges.require("interval of neighbour advertisements", gnaIntervalNanos, 0, Long.MAX_VALUE);
    }
}
