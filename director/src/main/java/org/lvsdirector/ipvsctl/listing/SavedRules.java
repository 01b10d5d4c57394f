package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.arguments.SchedulerFlags;

/** {@code -S}: the table as command lines that {@code -R} reads. ipvsadm leaves the thresholds out; under our own name they are kept. */
public final class SavedRules {
    private final Ipvs ipvs;
    private final Ordering ordering;
    private final Labels labels;
    private final boolean thresholds;
    private final TextOutput out;

    public SavedRules(Ipvs ipvs, Personality personality, Labels labels, TextOutput out) {
        this.ipvs = ipvs;
        this.ordering = Ordering.of(personality);
        this.labels = labels;
        this.thresholds = personality == Personality.IPVSCTL;
        this.out = out;
    }

    public void write() throws IOException {
        for (ServiceEntry entry : ordering.services(ipvs.services())) {
            VirtualService service = entry.service();
            String arguments = labels.serviceArguments(service.key());
            out.add("-A ").add(arguments).add(" -s ").add(service.scheduler());
            details(service);
            out.endLine();
            for (RealServerEntry server : ordering.servers(ipvs.realServers(service.key()))) {
                out.add("-a ").add(arguments);
                server(server.server(), service.key());
                out.endLine();
            }
        }
    }

    private void details(VirtualService service) {
        @Nullable Persistence persistence = service.persistence();
        if (persistence != null) {
            out.add(" -p ").add(persistence.timeoutSeconds());
            String mask = Masks.text(persistence, service.key().family());
            if (!mask.isEmpty()) {
                out.add(" -M ").add(mask);
            }
            if (persistence.engine() != null) {
                out.add(" --pe ").add(persistence.engine());
            }
        }
        if (service.flags().contains(ServiceFlag.ONE_PACKET)) {
            out.add(" -o");
        }
        String flags = SchedulerFlags.names(service.flags(), service.scheduler());
        if (!flags.isEmpty()) {
            out.add(" -b ").add(flags);
        }
    }

    private void server(RealServer server, ServiceKey service) {
        out.add(" -r ").add(labels.server(server.key(), service));
        out.add(method(server.method())).add(" -w ").add(server.weight());
        if (thresholds && server.upperThreshold() > 0) {
            out.add(" -x ").add(server.upperThreshold());
        }
        if (thresholds && server.lowerThreshold() > 0) {
            out.add(" -y ").add(server.lowerThreshold());
        }
        if (server.method() == ForwardingMethod.TUNNEL) {
            tunnel(server.tunnel());
        }
    }

    private static String method(ForwardingMethod method) {
        return switch (method) {
            case MASQUERADE -> " -m";
            case TUNNEL -> " -i";
            // The kernel's own choices are asked for as direct routing.
            case DIRECT_ROUTE, LOCAL, BYPASS -> " -g";
        };
    }

    private void tunnel(Tunnel tunnel) {
        switch (tunnel.type()) {
            case IPIP -> out.add(" --tun-type ipip");
            case GUE ->
                out.add(" --tun-type gue --tun-port ").add(tunnel.port()).add(checksum(tunnel));
            case GRE -> out.add(" --tun-type gre").add(checksum(tunnel));
        }
    }

    private static String checksum(Tunnel tunnel) {
        return switch (tunnel.checksum()) {
            case NONE -> " --tun-nocsum";
            case FULL -> " --tun-csum";
            case REMOTE -> " --tun-remcsum";
        };
    }
}
