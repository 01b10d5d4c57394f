package org.lvsdirector.check.health;

import java.util.List;

/**
 * What one result does to a check.
 *
 * @param delayNanos from now to the next try
 * @param messages for the log, in order
 */
public record CheckStep(CheckHealth health, long delayNanos, List<HealthMessage> messages) {
    public CheckStep {
        messages = List.copyOf(messages);
    }
}
