package org.lvsdirector.ipvsctl.arguments;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.lvsdirector.ipvs.SyncDaemon;
import org.lvsdirector.ipvsctl.names.AddressText;

/** The switches of the synchronisation daemons. */
final class DaemonArguments {
    private static final String DEFAULT_INTERFACE = "eth0";
    private static final int MAX_SYNC_ID = 255;
    private static final int MAX_TTL = 255;
    private static final int MAX_PORT = 0xFFFF;
    /** What a UDP datagram holds: 65535 bytes without the headers of IPv4 and UDP. */
    private static final int MAX_LENGTH = 0xFFFF - 20 - 8;

    private SyncDaemon.@Nullable Role role;
    private String interfaceName = DEFAULT_INTERFACE;
    private int syncId;
    private int maxLength;
    private @Nullable InetAddress group;
    private int port;
    private int ttl;

    /** The state to start or stop; the complaint about others differs between the two. */
    void role(String text, String complaint) throws UsageException {
        role = switch (text) {
            case "master" -> SyncDaemon.Role.MASTER;
            case "backup" -> SyncDaemon.Role.BACKUP;
            default -> throw UsageException.rejected(complaint);
        };
    }

    void interfaceName(String text) {
        interfaceName = text.isEmpty() ? DEFAULT_INTERFACE : ServiceArguments.cut(text);
    }

    void syncId(String text) throws UsageException {
        syncId = ServerArguments.number(text, 0, MAX_SYNC_ID, "illegal syncid specified");
    }

    void maxLength(String text) throws UsageException {
        maxLength = ServerArguments.number(text, 1, MAX_LENGTH, "illegal sync-maxlen specified");
    }

    void group(String text) throws UsageException {
        boolean ipv6 = text.indexOf(':') >= 0;
        InetAddress address = ipv6 ? AddressText.ipv6(text) : AddressText.ipv4(text);
        if (address == null || !address.isMulticastAddress()) {
            throw UsageException.rejected(
                    ipv6 ? "invalid IPv6 mcast-group `" + text + "'" : "invalid IPv4 mcast-group `" + text + "'");
        }
        group = address;
    }

    void port(String text) throws UsageException {
        port = ServerArguments.number(text, 1, MAX_PORT, "illegal mcast-port specified");
    }

    void ttl(String text) throws UsageException {
        ttl = ServerArguments.number(text, 1, MAX_TTL, "illegal mcast-ttl specified");
    }

    Request start() {
        return new Request.StartDaemon(new SyncDaemon(given(), interfaceName, syncId, maxLength, group, port, ttl));
    }

    Request stop() {
        return new Request.StopDaemon(given(), syncId);
    }

    private SyncDaemon.Role given() {
        if (role == null) {
            throw new IllegalStateException("a daemon's command always comes with its state");
        }
        return role;
    }
}
