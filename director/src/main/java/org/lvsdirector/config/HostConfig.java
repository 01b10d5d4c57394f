package org.lvsdirector.config;

/**
 * What an instance changes on its host beside its addresses.
 *
 * @param routing what a master adds
 * @param promoteSecondaries an address of the interface may go without taking others of its subnet along
 */
public record HostConfig(RoutingConfig routing, boolean promoteSecondaries) {}
