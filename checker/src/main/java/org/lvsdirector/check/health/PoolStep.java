package org.lvsdirector.check.health;

import java.util.List;

/**
 * What a change did to a pool.
 *
 * @param messages for the log, in order
 * @param events for scripts, in order
 */
public record PoolStep(PoolHealth health, List<HealthMessage> messages, List<PoolEvent> events) {
    public PoolStep {
        messages = List.copyOf(messages);
        events = List.copyOf(events);
    }
}
