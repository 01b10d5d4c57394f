package org.lvsdirector.netlink.route;

import java.util.Set;
import org.lvsdirector.linux.Errno;
import org.lvsdirector.netlink.NetlinkConnection;

/** Changes links by rtnetlink. */
public final class KernelLinkChanges implements LinkChanges {
    private static final Set<Errno> NOT_THERE = Set.of(Errno.ENODEV);

    private final RouteSession session;

    /** @param connection to rtnetlink; closed with this */
    public KernelLinkChanges(NetlinkConnection connection) {
        this.session = new RouteSession(connection);
    }

    /**
     * Opens a connection in the network namespace of the calling thread.
     *
     * @throws org.lvsdirector.linux.LinuxException if the kernel refuses it
     */
    public static KernelLinkChanges open() {
        return new KernelLinkChanges(RouteSession.connect());
    }

    @Override
    public void add(NewLink link) {
        session.execute(LinkRequest.add(link));
    }

    @Override
    public boolean remove(int index) {
        return session.succeedsUnless(LinkRequest.remove(index), NOT_THERE);
    }

    @Override
    public void raise(int index) {
        session.execute(LinkRequest.raise(index));
    }

    @Override
    public void rename(int index, String name) {
        session.execute(LinkRequest.lower(index));
        session.execute(LinkRequest.rename(index, name));
        session.execute(LinkRequest.raise(index));
    }

    @Override
    public void close() {
        session.close();
    }
}
