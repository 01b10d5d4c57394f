package org.lvsdirector.vrrp.machine;

import org.lvsdirector.vrrp.settings.InstanceKey;

/**
 * What a former process of this machine left behind: the instance was MASTER.
 *
 * @param lastAdvertNanos when it last sent an advertisement, on the clock of {@link VrrpRouter#step} (CLOCK_MONOTONIC is the same for
 *     all processes since boot)
 */
public record Resumption(InstanceKey instance, long lastAdvertNanos) {}
