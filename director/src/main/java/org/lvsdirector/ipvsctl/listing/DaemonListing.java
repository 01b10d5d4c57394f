package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import java.util.List;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvsctl.names.AddressText;

/** {@code -L --daemon}: one line a synchronisation daemon; what the kernel does not report is left out. */
public final class DaemonListing {
    private DaemonListing() {}

    /** In ipvsadm's words. */
    public static void writeText(List<SyncDaemon> daemons, TextOutput out) throws IOException {
        for (SyncDaemon daemon : daemons) {
            write(daemon, out);
        }
    }

    private static void write(SyncDaemon daemon, TextOutput out) throws IOException {
        out.add(daemon.role().word());
        out.add(" sync daemon (mcast=").add(daemon.interfaceName());
        out.add(", syncid=").add(daemon.syncId());
        if (daemon.maxLength() > 0) {
            out.add(", maxlen=").add(daemon.maxLength());
        }
        if (daemon.group() != null) {
            out.add(", group=").add(AddressText.of(daemon.group()));
        }
        if (daemon.port() > 0) {
            out.add(", port=").add(daemon.port());
        }
        if (daemon.ttl() > 0) {
            out.add(", ttl=").add(daemon.ttl());
        }
        out.add(")").endLine();
    }

    /** As JSON; the schema is in {@code docs/ipvsctl-json.md}. */
    public static void writeJson(List<SyncDaemon> daemons, TextOutput out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.beginObject().beginArray("daemons");
        for (SyncDaemon daemon : daemons) {
            json.beginObject().member("role", daemon.role().word()).member("interface", daemon.interfaceName());
            json.member("syncId", daemon.syncId()).member("maxLength", daemon.maxLength());
            if (daemon.group() != null) {
                json.member("group", AddressText.of(daemon.group()));
            }
            json.member("port", daemon.port()).member("ttl", daemon.ttl()).endObject();
        }
        json.endArray().endObject().end();
    }
}
