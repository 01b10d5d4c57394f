package org.lvsdirector.config;

import java.time.Duration;

/**
 * A line of {@code interface_up_down_delays}.
 *
 * @param down how long it must be down before it counts as down
 * @param up the same for up
 */
public record InterfaceDelay(String interfaceName, Duration down, Duration up) {}
