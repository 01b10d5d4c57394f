package org.lvsdirector.config;

import java.time.Duration;

/**
 * What {@code global_defs} says of VRRP for all instances together.
 *
 * @param garpInterval least time between two gratuitous ARPs on one interface; zero: none
 * @param gnaInterval least time between two unsolicited neighbour advertisements on one interface; zero: none
 * @param startupDelay after its start the process waits so long before it listens or speaks; zero: not at all
 * @param delayAfterBoot so long after the machine's boot it waits at least
 * @param restoreAddresses a master puts back addresses that somebody else removed, instead of standing for election anew
 * @param logUnknownVrids log advertisements of virtual routers that are not configured here
 * @param probeAddresses a master asks the network who else has its addresses
 * @param silentLocalGroups the machine tells nobody which groups of 224.0.0.0/24 it listens to
 * @param virtualMacNames how the names of interfaces begin that instances make
 * @param scheduling how the kernel is to treat the vrrp process
 * @param firewall where the rules stand that drop traffic
 */
public record VrrpGlobalConfig(
        Duration garpInterval,
        Duration gnaInterval,
        Duration startupDelay,
        Duration delayAfterBoot,
        boolean restoreAddresses,
        boolean logUnknownVrids,
        boolean probeAddresses,
        boolean silentLocalGroups,
        VirtualMacNames virtualMacNames,
        SchedulingConfig scheduling,
        FirewallConfig firewall) {}
