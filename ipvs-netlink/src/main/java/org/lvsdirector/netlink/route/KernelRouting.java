package org.lvsdirector.netlink.route;

import java.util.Set;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;

/** Routes and rules of a network namespace, by rtnetlink. */
public final class KernelRouting implements Routing {
    private static final Set<Errno> THERE = Set.of(Errno.EEXIST);
    private static final Set<Errno> NOT_THERE = Set.of(Errno.ESRCH, Errno.ENOENT, Errno.ENODEV);

    private final RouteSession session;

    /** @param connection to rtnetlink; closed with this */
    public KernelRouting(NetlinkConnection connection) {
        this.session = new RouteSession(connection);
    }

    /**
     * Opens a connection in the network namespace of the calling thread.
     *
     * @throws org.lvsdirector.linux.LinuxException if the kernel refuses it
     */
    public static KernelRouting open() {
        return new KernelRouting(RouteSession.connect());
    }

    @Override
    public boolean add(Route route, Route.Placement placement) {
        return session.succeedsUnless(RouteRequest.add(route, placement), THERE);
    }

    @Override
    public boolean remove(Route route) {
        return session.succeedsUnless(RouteRequest.remove(route), NOT_THERE);
    }

    @Override
    public boolean add(RoutingRule rule) {
        return session.succeedsUnless(RuleRequest.add(rule), THERE);
    }

    @Override
    public boolean remove(RoutingRule rule) {
        return session.succeedsUnless(RuleRequest.remove(rule), NOT_THERE);
    }

    @Override
    public void close() {
        session.close();
    }
}
