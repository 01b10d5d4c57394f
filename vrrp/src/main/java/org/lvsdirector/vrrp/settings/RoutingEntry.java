package org.lvsdirector.vrrp.settings;

import java.util.List;

/**
 * An entry of the kernel's routing that is ours: a route or a rule. A virtual one belongs to whoever is MASTER, a static one to the process.
 */
public sealed interface RoutingEntry permits RouteEntry, RuleEntry {

    /** Whether its removal by somebody else matters. */
    boolean tracked();

    /** The interfaces that it names; without one of them it can be nowhere. */
    List<String> interfaces();

    /** {@code route 192.168.1.0/24 table 100}, for people. */
    String text();
}
