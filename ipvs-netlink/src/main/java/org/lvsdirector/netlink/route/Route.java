package org.lvsdirector.netlink.route;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a routing table ({@code struct rtmsg} and its attributes).
 *
 * @param destination what it matches; its family is the route's
 * @param source IPv6 only: the source addresses that it matches ({@code RTA_SRC}); null for all
 * @param tos {@code rtm_tos}
 * @param table {@code RTA_TABLE}: {@link #TABLE_MAIN} and others, 32 bits
 * @param protocol {@code rtm_protocol}: who made it
 * @param scope {@code rtm_scope}, as for addresses
 * @param preferredSource {@code RTA_PREFSRC}; null to let the kernel choose
 * @param priority {@code RTA_PRIORITY}, the lower the better; 0 for the kernel's choice
 * @param hops empty for types that lead nowhere; with several the traffic is shared
 */
public record Route(
        RouteType type,
        IpPrefix destination,
        @Nullable IpPrefix source,
        int tos,
        long table,
        int protocol,
        int scope,
        @Nullable InetAddress preferredSource,
        long priority,
        List<NextHop> hops,
        Properties properties) {
    /** {@code RT_TABLE_MAIN}. */
    public static final long TABLE_MAIN = 254;

    /** {@code RTPROT_KEEPALIVED}: made for a virtual router. */
    public static final int PROTOCOL_KEEPALIVED = 18;

    public Route {
        hops = List.copyOf(hops);
    }

    /**
     * What a route does for its connections.
     *
     * @param locked metrics that path discovery may not change
     * @param congestionControl {@code RTAX_CC_ALGO}; null for the usual one
     * @param expiresSeconds IPv6 only; null for never
     * @param preference IPv6 only: {@code RTA_PREF}, 0 medium, 1 high, 3 low; null for medium
     * @param propagatesTtl {@code RTA_TTL_PROPAGATE}; null for the usual
     */
    public record Properties(
            Map<RouteMetric, Long> metrics,
            Set<RouteMetric> locked,
            @Nullable String congestionControl,
            boolean congestionControlLocked,
            @Nullable Long expiresSeconds,
            @Nullable Integer preference,
            @Nullable Boolean propagatesTtl) {
        /** Nothing of the kind. */
        public static final Properties NONE = new Properties(Map.of(), Set.of(), null, false, null, null);

        /** Without a word on TTL propagation. */
        public Properties(
                Map<RouteMetric, Long> metrics,
                Set<RouteMetric> locked,
                @Nullable String congestionControl,
                boolean congestionControlLocked,
                @Nullable Long expiresSeconds,
                @Nullable Integer preference) {
            this(metrics, locked, congestionControl, congestionControlLocked, expiresSeconds, preference, null);
        }

        public Properties {
            metrics = Map.copyOf(metrics);
            locked = Set.copyOf(locked);
        }
    }

    /** Where among equal routes a new one goes. */
    public enum Placement {
        /** Only if there is none ({@code ip route add}). */
        ALONE,
        /** In front ({@code ip route prepend}). */
        FIRST,
        /** Behind ({@code ip route append}). */
        LAST
    }

    /** {@code 192.168.1.0/24}, with the table unless it is the main one. */
    public String text() {
        return destination.text() + (table == TABLE_MAIN ? "" : " table " + table);
    }
}
