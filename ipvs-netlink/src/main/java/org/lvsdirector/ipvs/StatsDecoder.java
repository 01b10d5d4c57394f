package org.lvsdirector.ipvs;

import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_CONNS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_CPS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_INBPS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_INBYTES;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_INPKTS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_INPPS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_OUTBPS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_OUTBYTES;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_OUTPKTS;
import static org.lvsdirector.ipvs.IpvsConstants.IPVS_STATS_ATTR_OUTPPS;

import java.util.Arrays;
import org.lvsdirector.netlink.AttributeReader;

/**
 * Reads the two nests of counters: {@code STATS64} (kernels since 4.1) with 64 bits each, and the older {@code STATS}, whose packets,
 * connections and rates have 32. The wide one wins, whichever comes first.
 */
final class StatsDecoder {
    private final long[] values = new long[IPVS_STATS_ATTR_OUTBPS + 1];
    private boolean wide;
    private boolean counted;

    void begin() {
        Arrays.fill(values, 0);
        wide = false;
        counted = false;
    }

    /** Reads a nest that the reader stands at. */
    void read(AttributeReader in, boolean stats64) {
        if (wide && !stats64) {
            return;
        }
        wide = stats64;
        in.enter();
        while (in.next()) {
            int type = in.type();
            if (type >= IPVS_STATS_ATTR_CONNS && type <= IPVS_STATS_ATTR_OUTBPS) {
                boolean bytes = type == IPVS_STATS_ATTR_INBYTES || type == IPVS_STATS_ATTR_OUTBYTES;
                long value = stats64 || bytes ? in.u64() : in.u32();
                values[type] = value;
                counted |= value != 0;
            }
        }
        in.leave();
    }

    TrafficStats toStats() {
        if (!counted) {
            return TrafficStats.ZERO; // spares most of a fresh table's memory
        }
        return new TrafficStats(
                values[IPVS_STATS_ATTR_CONNS],
                values[IPVS_STATS_ATTR_INPKTS],
                values[IPVS_STATS_ATTR_OUTPKTS],
                values[IPVS_STATS_ATTR_INBYTES],
                values[IPVS_STATS_ATTR_OUTBYTES],
                values[IPVS_STATS_ATTR_CPS],
                values[IPVS_STATS_ATTR_INPPS],
                values[IPVS_STATS_ATTR_OUTPPS],
                values[IPVS_STATS_ATTR_INBPS],
                values[IPVS_STATS_ATTR_OUTBPS]);
    }
}
