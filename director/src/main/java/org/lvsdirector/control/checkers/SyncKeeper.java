package org.lvsdirector.control.checkers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.Ipvs;
import org.lvsdirector.ipvs.IpvsException;
import org.lvsdirector.ipvs.SyncDaemon;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the kernel's synchronisation daemons in the role of the virtual router that they follow. Until that role is known nothing is
 * touched: after a crash of this process the daemons go on as they were.
 */
final class SyncKeeper {
    private static final Logger LOG = LoggerFactory.getLogger("checkers");

    private final Ipvs ipvs;
    private @Nullable SyncRoles roles;
    private @Nullable Boolean master;
    /** There is, or was, something of ours in the kernel. */
    private boolean ours;

    SyncKeeper(Ipvs ipvs) {
        this.ipvs = ipvs;
    }

    /** Goes over to other settings; null: connections are not copied any more. */
    void use(@Nullable SyncRoles next) {
        roles = next;
        settle();
    }

    /** The virtual router has this role now. */
    void role(boolean isMaster) {
        master = isMaster;
        settle();
    }

    /** Removes what is ours. */
    void stop() {
        use(null);
    }

    private void settle() {
        SyncRoles wanted = roles;
        if (wanted == null && !ours) {
            return; // somebody else's
        }
        Boolean role = master;
        if (wanted != null && wanted.instance() != null && role == null) {
            return;
        }
        List<SyncDaemon> missing =
                new ArrayList<>(wanted == null ? List.of() : wanted.daemons(Boolean.TRUE.equals(role)));
        try {
            for (SyncDaemon running : ipvs.daemons()) {
                if (!missing.removeIf(daemon -> daemon.isMetBy(running))) {
                    ipvs.stopDaemon(running.role(), running.syncId());
                }
            }
            for (SyncDaemon daemon : missing) {
                ipvs.startDaemon(daemon);
                LOG.info(
                        "Connections are copied over {} as {}",
                        daemon.interfaceName(),
                        daemon.role().word());
            }
            ours = wanted != null;
        } catch (IpvsException refused) {
            LOG.warn("The synchronisation of connections cannot be set: {}", refused.getMessage());
        }
    }
}
