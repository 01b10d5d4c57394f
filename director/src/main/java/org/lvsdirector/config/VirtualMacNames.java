package org.lvsdirector.config;

/**
 * How the names of interfaces begin that instances make.
 *
 * @param prefix {@code vmac_prefix}
 * @param addressPrefix {@code vmac_addr_prefix}, for addresses on other interfaces
 */
public record VirtualMacNames(String prefix, String addressPrefix) {}
