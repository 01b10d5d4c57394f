package org.lvsdirector.control.checkers;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.SyncDaemon;

/**
 * How connections are copied between directors, whichever role this one has; see {@link SyncDaemon} for the values.
 *
 * @param instance the virtual router whose state is the role; null to have both at all times
 */
public record SyncRoles(
        String interfaceName,
        @Nullable String instance,
        int syncId,
        int maxLength,
        @Nullable InetAddress group,
        int port,
        int ttl) {

    /** The daemons that should run. */
    List<SyncDaemon> daemons(boolean master) {
        List<SyncDaemon> daemons = new ArrayList<>();
        for (SyncDaemon.Role role : SyncDaemon.Role.values()) {
            if (instance == null || (role == SyncDaemon.Role.MASTER) == master) {
                daemons.add(new SyncDaemon(role, interfaceName, syncId, maxLength, group, port, ttl));
            }
        }
        return daemons;
    }
}
