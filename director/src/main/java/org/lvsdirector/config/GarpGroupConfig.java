package org.lvsdirector.config;

import java.time.Duration;
import java.util.Set;

/**
 * A {@code garp_group}: interfaces that share one pace.
 *
 * @param garpInterval least time between two gratuitous ARPs on all of them together; zero: none
 * @param gnaInterval the same for neighbour advertisements
 */
public record GarpGroupConfig(Set<String> interfaces, Duration garpInterval, Duration gnaInterval) {

    public GarpGroupConfig {
        interfaces = Set.copyOf(interfaces);
    }
}
