package org.lvsdirector.config;

import org.jspecify.annotations.Nullable;

/**
 * What an instance changes on its host beside its addresses.
 *
 * @param routing what a master adds
 * @param promoteSecondaries an address of the interface may go without taking others of its subnet along
 * @param own the interface that it makes for itself; null: none
 * @param virtualMacEverywhere addresses on other interfaces, and of the other family, have a virtual MAC too ({@code use_vmac_addr})
 */
public record HostConfig(
        RoutingConfig routing,
        boolean promoteSecondaries,
        @Nullable OwnInterfaceConfig own,
        boolean virtualMacEverywhere) {}
