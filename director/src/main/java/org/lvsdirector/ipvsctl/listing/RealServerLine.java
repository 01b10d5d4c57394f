package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.TrafficStats;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvsctl.arguments.TableStyle.View;

/** The line of a real server. Its columns end in blanks, as ipvsadm's do. */
final class RealServerLine {
    private static final int LABEL_WIDTH = 28;
    private static final int COUNT_WIDTH = 10;
    private static final int RATE_WIDTH = 8;

    private final View view;
    private final Labels labels;
    private final Counters counters;
    private final long countMask;

    /** @param narrow cuts counters to 32 bits, as ipvsadm does with all but those of bytes */
    RealServerLine(View view, Labels labels, Counters counters, boolean narrow) {
        this.view = view;
        this.countMask = narrow ? 0xFFFF_FFFFL : -1;
        this.labels = labels;
        this.counters = counters;
    }

    void write(RealServerEntry entry, ServiceKey service, TextOutput out) throws IOException {
        RealServer server = entry.server();
        labels.server(server.key(), service, out.add("  -> ").beginColumn());
        if (server.key().family() != AddressFamily.IPV6) {
            out.cutColumn(LABEL_WIDTH);
        }
        out.endColumn(LABEL_WIDTH);
        switch (view) {
            case CONFIGURATION -> {
                out.add(" ").left(method(server.method()), 7);
                out.add(" ").left(server.weight(), 6);
                connections(entry, out);
            }
            case TUNNELS -> {
                out.add(" ").left(method(server.method()), 7);
                out.add(" ").left(tunnel(server), 13);
                out.add(" ").left(server.weight(), 6);
                connections(entry, out);
            }
            case THRESHOLDS -> {
                out.add(" ").left(server.upperThreshold(), COUNT_WIDTH);
                out.add(" ").left(server.lowerThreshold(), COUNT_WIDTH);
                connections(entry, out);
            }
            case PERSISTENT_CONNECTIONS -> {
                out.add(" ").left(server.weight(), 9);
                out.add(" ").left(entry.persistentConnections(), 11);
                connections(entry, out);
            }
            case STATS -> stats(entry.stats(), out);
            case RATE -> rates(entry.stats(), out);
        }
        out.endLine();
    }

    private static void connections(RealServerEntry entry, TextOutput out) {
        out.add(" ").left(entry.activeConnections(), COUNT_WIDTH);
        out.add(" ").left(entry.inactiveConnections(), COUNT_WIDTH);
    }

    private void stats(TrafficStats stats, TextOutput out) {
        counters.add(out, stats.connections() & countMask);
        counters.add(out, stats.inPackets() & countMask);
        counters.add(out, stats.outPackets() & countMask);
        counters.add(out, stats.inBytes());
        counters.add(out, stats.outBytes());
    }

    private void rates(TrafficStats stats, TextOutput out) {
        rate(out, stats.connectionsPerSecond() & countMask);
        rate(out, stats.inPacketsPerSecond() & countMask);
        rate(out, stats.outPacketsPerSecond() & countMask);
        counters.add(out, stats.inBytesPerSecond() & countMask);
        counters.add(out, stats.outBytesPerSecond() & countMask);
    }

    /** Unlike a service's, these rates are never cut to thousands. */
    private static void rate(TextOutput out, long rate) {
        out.add(" ").right(Long.toUnsignedString(rate), RATE_WIDTH);
    }

    private static String method(ForwardingMethod method) {
        return switch (method) {
            case MASQUERADE -> "Masq";
            case LOCAL -> "Local";
            case TUNNEL -> "Tunnel";
            case DIRECT_ROUTE, BYPASS -> "Route";
        };
    }

    private static String tunnel(RealServer server) {
        if (server.method() != ForwardingMethod.TUNNEL) {
            return "n/a";
        }
        Tunnel tunnel = server.tunnel();
        return switch (tunnel.type()) {
            case IPIP -> "ipip";
            case GUE -> "gue:" + tunnel.port() + ":" + checksum(tunnel);
            case GRE -> "gre:" + checksum(tunnel);
        };
    }

    private static String checksum(Tunnel tunnel) {
        return switch (tunnel.checksum()) {
            case NONE -> "-c";
            case FULL -> "+c";
            case REMOTE -> "r+c";
        };
    }
}
