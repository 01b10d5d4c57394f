package org.lvsdirector.netlink.route;

import java.util.Set;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.linux.SocketConstants;
import org.lvsdirector.netlink.NetlinkConnection;
import org.lvsdirector.netlink.NetlinkException;
import org.lvsdirector.netlink.NetlinkRequest;

/** Routes and rules of a network namespace, by rtnetlink. */
public final class KernelRouting implements Routing {
    private static final Set<Errno> THERE = Set.of(Errno.EEXIST);
    private static final Set<Errno> NOT_THERE = Set.of(Errno.ESRCH, Errno.ENOENT, Errno.ENODEV);

    private final NetlinkConnection connection;

    /** @param connection to rtnetlink; closed with this */
    public KernelRouting(NetlinkConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a connection in the network namespace of the calling thread.
     *
     * @throws org.lvsdirector.linux.LinuxException if the kernel refuses it
     */
    public static KernelRouting open() {
        return new KernelRouting(NetlinkConnection.open(SocketConstants.NETLINK_ROUTE));
    }

    @Override
    public boolean add(Route route, Route.Placement placement) {
        return succeedsUnless(RouteRequest.add(route, placement), THERE);
    }

    @Override
    public boolean remove(Route route) {
        return succeedsUnless(RouteRequest.remove(route), NOT_THERE);
    }

    @Override
    public boolean add(RoutingRule rule) {
        return succeedsUnless(RuleRequest.add(rule), THERE);
    }

    @Override
    public boolean remove(RoutingRule rule) {
        return succeedsUnless(RuleRequest.remove(rule), NOT_THERE);
    }

    private boolean succeedsUnless(NetlinkRequest request, Set<Errno> alreadySo) {
        try {
            connection.execute(request);
            return true;
        } catch (NetlinkException e) {
            if (alreadySo.contains(e.errno())) {
                return false;
            }
            throw new InterfaceException(String.valueOf(e.getMessage()), e.errno(), e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
