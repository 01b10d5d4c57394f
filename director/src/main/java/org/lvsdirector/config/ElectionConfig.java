package org.lvsdirector.config;

import java.time.Duration;

/**
 * How an instance behaves in the election (RFC 3768, 6; keepalived's additions).
 *
 * @param preempt take over from a master of lower priority
 * @param preemptDelay wait so long before that; zero: at once
 * @param strict {@code vrrp_strict}
 * @param skipCheckAdvertAddresses do not compare the address list of adverts from the same master as the last
 * @param lowerPriorityNoAdvert as master, do not answer an advert of lower priority with an own one
 * @param higherPrioritySendAdvert as master, send one more advert before yielding to a higher priority
 * @param ownerIgnoresAdverts with priority 255, listen to nobody
 * @param downTimerAdverts missed adverts until the master counts as gone, 1 to 100; 3 in the RFC
 */
public record ElectionConfig(
        boolean preempt,
        Duration preemptDelay,
        boolean strict,
        boolean skipCheckAdvertAddresses,
        boolean lowerPriorityNoAdvert,
        boolean higherPrioritySendAdvert,
        boolean ownerIgnoresAdverts,
        int downTimerAdverts) {}
