package org.lvsdirector.ipvsctl.listing;

import java.io.IOException;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvsctl.names.AddressText;

/** {@code -L --daemon}: one line a synchronisation daemon; what the kernel does not report is left out. */
public final class DaemonListing {
    private DaemonListing() {}

    public static void write(SyncDaemon daemon, TextOutput out) throws IOException {
        out.add(daemon.role() == SyncDaemon.Role.MASTER ? "master" : "backup");
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
}
