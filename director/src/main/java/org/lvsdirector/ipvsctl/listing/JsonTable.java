package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.AddressFamily;
import org.lvsdirector.ipvs.ForwardingMethod;
import org.lvsdirector.ipvs.IpvsInfo;
import org.lvsdirector.ipvs.Persistence;
import org.lvsdirector.ipvs.RealServer;
import org.lvsdirector.ipvs.RealServerEntry;
import org.lvsdirector.ipvs.ServiceEntry;
import org.lvsdirector.ipvs.ServiceFlag;
import org.lvsdirector.ipvs.ServiceKey;
import org.lvsdirector.ipvs.TrafficStats;
import org.lvsdirector.ipvs.Tunnel;
import org.lvsdirector.ipvs.VirtualService;
import org.lvsdirector.ipvsctl.arguments.SchedulerFlags;
import org.lvsdirector.ipvsctl.names.AddressText;

/** A table as JSON, everything in it; the schema is in {@code docs/ipvsctl-json.md}. One service stands on one line. */
final class JsonTable implements TablePrinter {
    private final JsonWriter json;
    private boolean inService;

    JsonTable(TextOutput out) {
        json = new JsonWriter(out);
    }

    @Override
    public void begin(@Nullable IpvsInfo kernel) {
        json.beginObject();
        if (kernel != null) {
            json.member("version", kernel.major() + "." + kernel.minor() + "." + kernel.patch());
            json.member("connectionTableSize", kernel.connectionTableSize());
        }
        json.beginArray("services");
    }

    @Override
    public void service(ServiceEntry entry) throws IOException {
        endService();
        json.breakLine();
        inService = true;
        VirtualService service = entry.service();
        json.beginObject();
        key(service.key());
        json.member("scheduler", service.scheduler());
        json.beginArray("flags");
        @Nullable String flags = SchedulerFlags.names(service.flags(), service.scheduler(), false);
        if (flags != null) {
            for (String flag : flags.split(",", -1)) {
                json.element(flag);
            }
        }
        json.endArray();
        json.member("onePacket", service.flags().contains(ServiceFlag.ONE_PACKET));
        @Nullable Persistence persistence = service.persistence();
        if (persistence != null) {
            json.beginObject("persistence").member("timeoutSeconds", persistence.timeoutSeconds());
            json.member("prefixLength", persistence.prefixLength());
            if (persistence.engine() != null) {
                json.member("engine", persistence.engine());
            }
            json.endObject();
        }
        counters(entry.stats());
        json.beginArray("realServers");
    }

    private void key(ServiceKey key) {
        if (key instanceof ServiceKey.ByAddress byAddress) {
            json.member("protocol", byAddress.protocol().name().toLowerCase(Locale.ROOT));
            json.member("address", AddressText.of(byAddress.address()));
            json.member("port", byAddress.port());
        } else {
            json.member("protocol", "fwm").member("mark", ((ServiceKey.ByFwmark) key).mark());
            json.member("family", key.family() == AddressFamily.IPV6 ? "ipv6" : "ipv4");
        }
    }

    @Override
    public void server(RealServerEntry entry, ServiceKey service) {
        RealServer server = entry.server();
        json.beginObject().member("address", AddressText.of(server.key().address()));
        json.member("port", server.key().port()).member("forwarding", method(server.method()));
        if (server.method() == ForwardingMethod.TUNNEL) {
            Tunnel tunnel = server.tunnel();
            json.beginObject("tunnel").member("type", tunnel.type().name().toLowerCase(Locale.ROOT));
            json.member("port", tunnel.port());
            json.member("checksum", tunnel.checksum().name().toLowerCase(Locale.ROOT))
                    .endObject();
        }
        json.member("weight", server.weight());
        json.member("upperThreshold", server.upperThreshold()).member("lowerThreshold", server.lowerThreshold());
        json.member("activeConnections", entry.activeConnections());
        json.member("inactiveConnections", entry.inactiveConnections());
        json.member("persistentConnections", entry.persistentConnections());
        counters(entry.stats());
        json.endObject();
    }

    private static String method(ForwardingMethod method) {
        return switch (method) {
            case MASQUERADE -> "masquerade";
            case LOCAL -> "local";
            case TUNNEL -> "tunnel";
            case DIRECT_ROUTE -> "direct";
            case BYPASS -> "bypass";
        };
    }

    private void counters(TrafficStats stats) {
        json.beginObject("stats").unsigned("connections", stats.connections());
        json.unsigned("inPackets", stats.inPackets()).unsigned("outPackets", stats.outPackets());
        json.unsigned("inBytes", stats.inBytes())
                .unsigned("outBytes", stats.outBytes())
                .endObject();
        json.beginObject("rates").unsigned("connections", stats.connectionsPerSecond());
        json.unsigned("inPackets", stats.inPacketsPerSecond()).unsigned("outPackets", stats.outPacketsPerSecond());
        json.unsigned("inBytes", stats.inBytesPerSecond()).unsigned("outBytes", stats.outBytesPerSecond());
        json.endObject();
    }

    private void endService() {
        if (inService) {
            json.endArray().endObject();
        }
    }

    @Override
    public void end() throws IOException {
        endService();
        json.breakLine();
        json.endArray().endObject();
        json.end();
    }
}
