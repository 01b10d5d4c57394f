package org.lvsdirector.vrrp.settings;

/**
 * An entry of the kernel's routing that is ours: a route or a rule. A virtual one belongs to whoever is MASTER, a static one to the process.
 */
public sealed interface RoutingEntry permits RouteEntry, RuleEntry {

    /** Whether its removal by somebody else matters. */
    boolean tracked();

    /** {@code route 192.168.1.0/24 table 100}, for people. */
    String text();
}
