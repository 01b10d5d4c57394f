package org.lvsdirector.ipvs;

import org.jspecify.annotations.Nullable;
import org.lvsdirector.netlink.AttributeWriter;
import org.lvsdirector.netlink.generic.GenericFamily;
import org.lvsdirector.netlink.generic.GenericRequest;

/** Requests of the IPVS family, each with the words for its failure. */
abstract class IpvsRequest extends GenericRequest {
    private final String description;

    IpvsRequest(GenericFamily family, int command, String description) {
        super(family, command);
        this.description = description;
    }

    @Override
    public String describe() {
        return description;
    }

    /** A request without attributes. */
    static IpvsRequest plain(GenericFamily family, int command, String description) {
        return new IpvsRequest(family, command, description) {};
    }

    /** A request about one service; about all without a key. */
    static IpvsRequest about(GenericFamily family, int command, @Nullable ServiceKey key, String description) {
        return new IpvsRequest(family, command, description) {
            @Override
            protected void writeAttributes(AttributeWriter out) {
                if (key != null) {
                    ServiceEncoder.writeKey(out, key);
                }
            }
        };
    }

    static IpvsRequest startDaemon(GenericFamily family, SyncDaemon daemon) {
        String description = "start the " + daemon.role().word() + " sync daemon on " + daemon.interfaceName();
        return new IpvsRequest(family, IpvsConstants.IPVS_CMD_NEW_DAEMON, description) {
            @Override
            protected void writeAttributes(AttributeWriter out) {
                DaemonCodec.write(out, daemon);
            }
        };
    }

    static IpvsRequest stopDaemon(GenericFamily family, SyncDaemon.Role role, int syncId) {
        String description = "stop the " + role.word() + " sync daemon";
        return new IpvsRequest(family, IpvsConstants.IPVS_CMD_DEL_DAEMON, description) {
            @Override
            protected void writeAttributes(AttributeWriter out) {
                DaemonCodec.writeRole(out, role, syncId);
            }
        };
    }

    static IpvsRequest setTimeouts(GenericFamily family, IpvsTimeouts timeouts) {
        return new IpvsRequest(family, IpvsConstants.IPVS_CMD_SET_CONFIG, "set the connection timeouts") {
            @Override
            protected void writeAttributes(AttributeWriter out) {
                ConfigCodec.writeTimeouts(out, timeouts);
            }
        };
    }
}
