package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpvsTimeouts;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerKey;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.ipvsctl.Defect;
import org.lvsdirector.ipvsctl.Personality;
import org.lvsdirector.ipvsctl.arguments.SchedulerFlags;
import org.lvsdirector.ipvsctl.names.AddressText;

/** Writes command lines that {@code -R} reads. */
public final class RuleWriter {
    private final Labels labels;
    private final boolean withThresholds;
    private final boolean hideFlag3;
    private final TextOutput out;

    public RuleWriter(Personality personality, Labels labels, TextOutput out) {
        this.labels = labels;
        withThresholds = !personality.has(Defect.INCOMPLETE_SAVE);
        hideFlag3 = personality.has(Defect.HIDDEN_FLAG_3);
        this.out = out;
    }

    /** Adds or edits a service: the command is {@code -A} or {@code -E}. */
    public void service(String command, VirtualService service) throws IOException {
        labels.serviceArguments(service.key(), out.add(command).add(' '))
                .add(" -s ")
                .add(service.scheduler());
        details(service);
        out.endLine();
    }

    /** {@code -D}. */
    public void removedService(ServiceKey service) throws IOException {
        labels.serviceArguments(service, out.add("-D ")).endLine();
    }

    /** Adds or edits a real server: the command is {@code -a} or {@code -e}. */
    public void server(String command, ServiceKey service, RealServer server) throws IOException {
        labels.serviceArguments(service, out.add(command).add(' '));
        server(server, service);
        out.endLine();
    }

    /** {@code -d}. */
    public void removedServer(ServiceKey service, RealServerKey server) throws IOException {
        labels.serviceArguments(service, out.add("-d ")).add(" -r ");
        labels.server(server, service, out).endLine();
    }

    /** {@code --set}. */
    public void timeouts(IpvsTimeouts timeouts) throws IOException {
        out.add("--set ").add(timeouts.tcp()).add(" ").add(timeouts.tcpFin());
        out.add(" ").add(timeouts.udp()).endLine();
    }

    /** {@code --start-daemon}. */
    public void daemon(SyncDaemon daemon) throws IOException {
        out.add("--start-daemon ").add(daemon.role().word());
        out.add(" --mcast-interface ").add(daemon.interfaceName()).add(" --syncid ");
        out.add(daemon.syncId());
        if (daemon.maxLength() > 0) {
            out.add(" --sync-maxlen ").add(daemon.maxLength());
        }
        if (daemon.group() != null) {
            out.add(" --mcast-group ").add(AddressText.of(daemon.group()));
        }
        if (daemon.port() > 0) {
            out.add(" --mcast-port ").add(daemon.port());
        }
        if (daemon.ttl() > 0) {
            out.add(" --mcast-ttl ").add(daemon.ttl());
        }
        out.endLine();
    }

    /** {@code --stop-daemon}. */
    public void stoppedDaemon(SyncDaemon daemon) throws IOException {
        out.add("--stop-daemon ").add(daemon.role().word()).add(" --syncid ");
        out.add(daemon.syncId()).endLine();
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
        @Nullable String flags = SchedulerFlags.names(service.flags(), service.scheduler(), hideFlag3);
        if (flags != null) {
            out.add(" -b ").add(flags);
        }
    }

    private void server(RealServer server, ServiceKey service) {
        labels.server(server.key(), service, out.add(" -r "));
        out.add(method(server.method())).add(" -w ").add(server.weight());
        if (withThresholds && server.upperThreshold() > 0) {
            out.add(" -x ").add(server.upperThreshold());
        }
        if (withThresholds && server.lowerThreshold() > 0) {
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
