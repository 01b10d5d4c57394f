package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.TrafficStats;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.ipvsctl.arguments.SchedulerFlags;
import org.lvsdirector.ipvsctl.arguments.TableStyle.View;

/** The line of a virtual service. */
final class ServiceLine {
    private static final int LABEL_WIDTH = 33;

    private final View view;
    private final Labels labels;
    private final Counters counters;
    private final boolean hideFlag3;

    ServiceLine(View view, Labels labels, Counters counters, boolean hideFlag3) {
        this.view = view;
        this.hideFlag3 = hideFlag3;
        this.labels = labels;
        this.counters = counters;
    }

    void write(ServiceEntry entry, TextOutput out) throws IOException {
        VirtualService service = entry.service();
        switch (view) {
            case STATS -> {
                TrafficStats stats = entry.stats();
                label(service.key(), LABEL_WIDTH, out);
                counters.add(out, stats.connections());
                counters.add(out, stats.inPackets());
                counters.add(out, stats.outPackets());
                counters.add(out, stats.inBytes());
                counters.add(out, stats.outBytes());
            }
            case RATE -> {
                TrafficStats stats = entry.stats();
                label(service.key(), LABEL_WIDTH, out);
                counters.add(out, stats.connectionsPerSecond());
                counters.add(out, stats.inPacketsPerSecond());
                counters.add(out, stats.outPacketsPerSecond());
                counters.add(out, stats.inBytesPerSecond());
                counters.add(out, stats.outBytesPerSecond());
            }
            case CONFIGURATION, THRESHOLDS, PERSISTENT_CONNECTIONS, TUNNELS -> {
                label(service.key(), 0, out);
                out.add(" ").add(service.scheduler());
                details(service, out);
            }
        }
        out.endLine();
    }

    /** Names are cut to the column's width; an IPv6 address is shown whole. */
    private void label(ServiceKey service, int padded, TextOutput out) {
        labels.service(service, out.beginColumn());
        if (service.family() != AddressFamily.IPV6) {
            out.cutColumn(LABEL_WIDTH);
        }
        out.endColumn(padded);
    }

    private void details(VirtualService service, TextOutput out) {
        Set<ServiceFlag> flags = service.flags();
        @Nullable String names = SchedulerFlags.names(flags, service.scheduler(), hideFlag3);
        if (names != null) {
            out.add(" (").add(names).add(")");
        }
        @Nullable Persistence persistence = service.persistence();
        if (persistence != null) {
            out.add(" persistent ").add(persistence.timeoutSeconds());
            String mask = Masks.text(persistence, service.key().family());
            if (!mask.isEmpty()) {
                out.add(" mask ").add(mask);
            }
            if (persistence.engine() != null) {
                out.add(" pe ").add(persistence.engine());
            }
        }
        if (flags.contains(ServiceFlag.ONE_PACKET)) {
            out.add(" ops");
        }
    }
}
