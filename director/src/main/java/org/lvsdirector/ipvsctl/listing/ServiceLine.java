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

    ServiceLine(View view, Labels labels, Counters counters) {
        this.view = view;
        this.labels = labels;
        this.counters = counters;
    }

    void write(ServiceEntry entry, TextOutput out) throws IOException {
        VirtualService service = entry.service();
        String label = cut(labels.service(service.key()), service.key());
        switch (view) {
            case STATS -> {
                TrafficStats stats = entry.stats();
                out.left(label, LABEL_WIDTH);
                counters.add(out, stats.connections());
                counters.add(out, stats.inPackets());
                counters.add(out, stats.outPackets());
                counters.add(out, stats.inBytes());
                counters.add(out, stats.outBytes());
            }
            case RATE -> {
                TrafficStats stats = entry.stats();
                out.left(label, LABEL_WIDTH);
                counters.add(out, stats.connectionsPerSecond());
                counters.add(out, stats.inPacketsPerSecond());
                counters.add(out, stats.outPacketsPerSecond());
                counters.add(out, stats.inBytesPerSecond());
                counters.add(out, stats.outBytesPerSecond());
            }
            case CONFIGURATION, THRESHOLDS, PERSISTENT_CONNECTIONS, TUNNELS -> {
                out.add(label).add(" ").add(service.scheduler());
                details(service, out);
            }
        }
        out.endLine();
    }

    /** Names fit the column; an IPv6 address is shown whole. */
    private static String cut(String label, ServiceKey service) {
        return service.family() == AddressFamily.IPV6 || label.length() <= LABEL_WIDTH
                ? label
                : label.substring(0, LABEL_WIDTH);
    }

    private static void details(VirtualService service, TextOutput out) {
        Set<ServiceFlag> flags = service.flags();
        String names = SchedulerFlags.names(flags, service.scheduler());
        if (!names.isEmpty()) {
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
