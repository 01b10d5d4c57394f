package org.lvsdirector.vrrp.settings;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a route does for its connections.
 *
 * @param locked metrics that path discovery may not change
 * @param congestionControl name of an algorithm; null for the usual one
 * @param expiresSeconds IPv6 only; null for never
 * @param preference IPv6 only: 0 medium, 1 high, 3 low; null for medium
 * @param propagatesTtl whether the TTL goes on when labels are taken off; null for the usual
 */
public record RouteProperties(
        Map<RouteMetric, Long> metrics,
        Set<RouteMetric> locked,
        @Nullable String congestionControl,
        boolean congestionControlLocked,
        @Nullable Long expiresSeconds,
        @Nullable Integer preference,
        @Nullable Boolean propagatesTtl) {
    /** Nothing of the kind. */
    public static final RouteProperties NONE = new RouteProperties(Map.of(), Set.of(), null, false, null, null, null);

    public RouteProperties {
        metrics = Map.copyOf(metrics);
        locked = Set.copyOf(locked);
    }
}
