package org.lvsdirector.netlink.route;

import java.util.List;
import java.util.Set;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.MessageDecoder;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkRequest;

/** A connection to rtnetlink whose failures are this room's, and which knows answers that mean "it is so already". */
final class RouteSession implements AutoCloseable {
    private final NetlinkConnection connection;

    /** @param connection to rtnetlink; closed with this */
    RouteSession(NetlinkConnection connection) {
        this.connection = connection;
    }

    /** In the network namespace of the calling thread. */
    static NetlinkConnection connect() {
        return NetlinkConnection.open(SocketConstants.NETLINK_ROUTE);
    }

    <T> List<T> dump(NetlinkRequest request, MessageDecoder<? extends T> decoder) {
        try {
            return List.copyOf(connection.<T>dump(request, decoder));
        } catch (NetlinkException e) {
            throw new InterfaceException(e);
        }
    }

    void execute(NetlinkRequest request) {
        var unused = succeedsUnless(request, Set.of());
    }

    /** Returns false if the kernel's answer is one of those that mean "it is so already". */
    boolean succeedsUnless(NetlinkRequest request, Set<Errno> alreadySo) {
        try {
            connection.execute(request);
            return true;
        } catch (NetlinkException e) {
            if (alreadySo.contains(e.errno())) {
                return false;
            }
            throw new InterfaceException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
