package org.lvsdirector.config;

import org.lvsdirector.config.syntax.SourcePlace;

/**
 * A line of {@code track_interface}.
 *
 * @param interfaceName name as the kernel shows it; it need not exist yet
 * @param weight as in {@link VrrpScriptConfig#weight()}; 0: its loss is a FAULT
 */
public record TrackedInterface(String interfaceName, int weight, boolean reverse, SourcePlace place) {}
