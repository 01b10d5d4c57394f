package org.lvsdirector.vrrp.settings;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * A session of bidirectional forwarding detection with one neighbour.
 *
 * @param source where packets come from; null: the kernel chooses
 * @param minTxMicros least time between packets that we send while the session is up
 * @param minRxMicros least time between packets that we can receive
 * @param idleTxMicros time between packets while the session is not up (RFC 5880, section 6.8.3 wants a second at least)
 * @param multiplier as many packets must be missing before the neighbour's view of us is that we are gone
 * @param passive whether we wait for the neighbour's first packet
 * @param ttl of our packets
 * @param maxHops how many routers there may be on the way here; -1 for any number
 * @param multihop whether the ports of RFC 5883 are used
 */
public record BfdSettings(
        String name,
        InetAddress neighbour,
        @Nullable InetAddress source,
        long minTxMicros,
        long minRxMicros,
        long idleTxMicros,
        int multiplier,
        boolean passive,
        int ttl,
        int maxHops,
        boolean multihop) {
    private static final int HIGHEST_TTL = 255;
    private static final long MOST_MICROS = 0xffff_ffffL;

    public BfdSettings {
        Ranges.require("min_tx", minTxMicros, 1, MOST_MICROS);
        Ranges.require("min_rx", minRxMicros, 1, MOST_MICROS);
        Ranges.require("idle_tx", idleTxMicros, 1, MOST_MICROS);
        Ranges.require("multiplier", multiplier, 1, HIGHEST_TTL);
        Ranges.require("ttl", ttl, 1, HIGHEST_TTL);
        Ranges.require("max_hops", maxHops, -1, HIGHEST_TTL);
    }

    /** What a packet must have left of its hops when it arrives (RFC 5881, section 5: 255 for one hop). */
    public int leastTtl() {
        return maxHops < 0 ? 0 : Math.max(0, ttl - maxHops);
    }
}
